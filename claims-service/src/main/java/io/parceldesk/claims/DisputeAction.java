package io.parceldesk.claims;

import static io.parceldesk.claims.DisputeStatus.ANNOUNCED;
import static io.parceldesk.claims.DisputeStatus.NEGOTIATING;
import static io.parceldesk.claims.DisputeStatus.OBJECTED;
import static io.parceldesk.claims.DisputeStatus.RETURNED;
import static io.parceldesk.claims.DisputeStatus.SETTLED;
import static io.parceldesk.claims.DisputeStatus.SUBMITTED;
import static io.parceldesk.claims.DisputeStatus.VERIFIED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.function.Predicate;

/** What can be done with a dispute, in which status, and by which of the two outlets. */
public enum DisputeAction implements CaseAction {
  ANNOUNCEMENT(status -> status.leadsTo(ANNOUNCED), true, false),
  REPLY(status -> status == ANNOUNCED || status == NEGOTIATING, false, true),
  SETTLEMENT(status -> status.leadsTo(SETTLED) && !isRuled(status), true, true),
  EVIDENCE(status -> !status.isClosed() && !isRuled(status), true, true),
  SUBMISSION(status -> status.leadsTo(SUBMITTED), true, false),
  RETURN(status -> status.leadsTo(RETURNED), false, false),
  VERIFICATION(status -> status.leadsTo(VERIFIED), false, false),
  RULING(status -> status == VERIFIED || status == OBJECTED, false, false),
  OBJECTION(status -> status.leadsTo(OBJECTED), true, true);

  private final Predicate<DisputeStatus> possible;
  private final boolean filer;
  private final boolean responsible;

  DisputeAction(Predicate<DisputeStatus> possible, boolean filer, boolean responsible) {
    this.possible = possible;
    this.filer = filer;
    this.responsible = responsible;
  }

  boolean isPossibleIn(DisputeStatus status) {
    return possible.test(status);
  }

  boolean isFor(Dispute dispute, String outlet) {
    return (filer && dispute.intake().filingOutlet().equals(outlet))
        || (responsible && dispute.intake().outlet().equals(outlet));
  }

  /** Both outlets of a dispute come in; which of them may act, the dispute says. */
  @Override
  public boolean isForOutletsAsked() {
    return filer || responsible;
  }

  private static boolean isRuled(DisputeStatus status) {
    return status == DisputeStatus.RULED || status == OBJECTED;
  }
}
