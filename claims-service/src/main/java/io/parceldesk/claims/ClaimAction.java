package io.parceldesk.claims;

import static io.parceldesk.claims.ClaimStatus.ACCEPTED;
import static io.parceldesk.claims.ClaimStatus.PAID;
import static io.parceldesk.claims.ClaimStatus.REFUSED;
import static io.parceldesk.claims.ClaimStatus.RETURNED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.function.Predicate;

/** What can be done with a claim, and in which status. */
public enum ClaimAction implements CaseAction {
  ACCEPTANCE(status -> status.leadsTo(ACCEPTED)),
  RETURN(status -> status.leadsTo(RETURNED)),
  EVIDENCE(status -> status != PAID && status != REFUSED);

  private final Predicate<ClaimStatus> possible;

  ClaimAction(Predicate<ClaimStatus> possible) {
    this.possible = possible;
  }

  boolean isPossibleIn(ClaimStatus status) {
    return possible.test(status);
  }
}
