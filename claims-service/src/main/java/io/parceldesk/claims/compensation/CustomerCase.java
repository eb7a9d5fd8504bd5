package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.Refusals.known;
import static io.parceldesk.claims.compensation.Refusals.requireNotNegative;
import static io.parceldesk.claims.compensation.Refusals.requireWithin;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.Ground;
import java.util.Optional;

/**
 * What a customer claims for. Never what outlets owe each other: that is an {@link OutletCase}
 * (CMPN-01). Amounts that are not known are null, and asked for only where a row of the table needs
 * them.
 *
 * @param freight the service fee without surcharges
 * @param surcharges premium, packing and the like; never returned (CMPN-02)
 * @param insuredAmount null or 0.00 where nothing was insured
 * @param value of the goods
 * @param loss what the goods lost of it
 * @param valueDestroyed value was destroyed, all of it where no loss is known; on the ground of
 *     delay: by the delay (CMPN-03)
 * @param mismatch how the contents differ, on that ground
 * @param limit agreed for uninsured goods
 */
public record CustomerCase(
    Ground ground,
    Amount freight,
    Amount surcharges,
    Amount insuredAmount,
    Amount value,
    Amount loss,
    boolean valueDestroyed,
    Mismatch mismatch,
    Exemption exemption,
    ContractLimit limit) {

  public CustomerCase {
    requireNotNegative(freight, "freight");
    requireNotNegative(surcharges, "surcharge");
    requireNotNegative(insuredAmount, "insured amount");
    requireNotNegative(value, "value");
    requireNotNegative(loss, "loss");
    requireWithin(loss, value);
  }

  boolean isInsured() {
    return insuredAmount != null && !insuredAmount.isZero();
  }

  /** Force majeure returns the freight only of goods that are gone (AMB-23). */
  boolean hasPerished() {
    var harmed = ground == Ground.DAMAGE || (ground == Ground.DELAY && valueDestroyed);
    return ground == Ground.LOSS || (harmed && isWhollyDestroyed());
  }

  boolean isWhollyDestroyed() {
    if (loss == null && valueDestroyed) {
      return true;
    }
    return knownLoss("CMPN-08").equals(knownValue("CMPN-08"));
  }

  Optional<Amount> agreedLimit() {
    return limit.timesFreight() == null
        ? Optional.empty()
        : Optional.of(knownFreight("REG-05").times(limit.timesFreight()));
  }

  Mismatch knownMismatch(String rule) {
    return known(mismatch, "mismatch", rule);
  }

  Amount knownFreight(String rule) {
    return known(freight, "freight", rule);
  }

  Amount knownValue(String rule) {
    return known(value, "value", rule);
  }

  Amount knownLoss(String rule) {
    return known(loss, "loss", rule);
  }
}
