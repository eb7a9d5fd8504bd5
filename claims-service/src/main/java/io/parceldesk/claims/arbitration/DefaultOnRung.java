package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.deadline.RungFired;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * What silence comes to, in the transaction in which the limit is found to have passed (AMB-14 to
 * AMB-16): nobody has to ask for it.
 */
@ApplicationScoped
class DefaultOnRung {
  private final Disputes disputes;
  private final Tariffs tariffs;

  DefaultOnRung(Disputes disputes, Tariffs tariffs) {
    this.disputes = disputes;
    this.tariffs = tariffs;
  }

  void fallBack(@Observes RungFired fired) {
    if (fired.rung().isBreach() && fired.subject() instanceof Dispute subject) {
      disputes.changeLocked(
          subject, fired.now(), (dispute, now) -> after(fired.deadline().kind(), dispute, now));
    }
  }

  private Change after(String kind, Dispute dispute, Instant now) {
    return switch (kind) {
      case "ANSWER" -> dispute.fallSilent();
      case "NEGOTIATION" -> dispute.endNegotiation();
      case "MATERIAL" -> dispute.missMaterial(maxReturns(dispute), now);
      case "OBJECTION" -> dispute.standUnopposed(now);
      default -> null; // a clock that an admin has thought of
    };
  }

  private int maxReturns(Dispute dispute) {
    return tariffs.forOutlets(dispute.intake().dispatchedOn()).terms().reports().maxReturns();
  }
}
