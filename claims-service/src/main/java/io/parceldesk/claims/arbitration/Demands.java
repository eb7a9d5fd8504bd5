package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.Dispute;
import jakarta.enterprise.context.ApplicationScoped;

/** How much an outlet may ask of another, and may be given without headquarters (ARB-06). */
@ApplicationScoped
class Demands {
  private final ClaimRules rules;

  Demands(ClaimRules rules) {
    this.rules = rules;
  }

  /** What nobody would claim for a parcel, nobody claims of an outlet. */
  void requireSane(DisputeForm form) {
    var claimed = new Amount(form.claimed().toAmount());
    if (claimed.isZero()) {
      throw new InvalidBody("/claimed/amount", "must be more than nothing");
    }
    var most = rules.current().terms().amountAtMost().times(form.parcels().size());
    if (claimed.isMoreThan(most)) {
      throw new DomainException(422, "amount-too-large", "No dispute comes to more than " + most);
    }
  }

  /**
   * The announcement names what is asked for, and that is what the outlets settle: more is another
   * demand, with another announcement. Nothing is a settlement too; the demand is given up.
   */
  void requireWithinDemand(Amount settlement, Dispute dispute) {
    var claimed = new Amount(dispute.intake().claimed());
    if (settlement.isMoreThan(claimed)) {
      throw DomainException.refusedByRule(
              "ARB-06", "settlement-above-claimed", "A settlement is at most what was announced")
          .with("claimed", claimed);
    }
  }
}
