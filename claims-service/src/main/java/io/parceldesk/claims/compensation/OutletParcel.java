package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.Refusals.known;
import static io.parceldesk.claims.compensation.Refusals.requireNotNegative;
import static io.parceldesk.claims.compensation.Refusals.requireWithin;

import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;

/**
 * What is known of a parcel between outlets. What is not known is null, and asked for only where a
 * row of a table needs it. No loss is above the value.
 *
 * @param waybill names the parcel in results
 * @param value proven contents value
 * @param loss proven lost value
 * @param weightKg of the waybill (AMB-11)
 * @param daysLate between the promised and the delivered date (AMB-11)
 * @param ecommerce bought on line
 * @param priceProof a valid trade screenshot or another proof of the price (ARB-05)
 * @param invoice a formal invoice
 * @param practical of daily use, not a collectible, souvenir or ornament (AMB-05)
 */
public record OutletParcel(
    String waybill,
    Amount value,
    Amount loss,
    BigDecimal weightKg,
    Integer daysLate,
    boolean ecommerce,
    boolean priceProof,
    boolean invoice,
    Boolean practical,
    DamageKind damage) {

  public OutletParcel {
    requireNotNegative(value, "value");
    requireNotNegative(loss, "loss");
    requireWithin(loss, value);
  }

  Amount knownValue(String rule) {
    return known(value, "value", rule, waybill);
  }

  Amount knownLoss(String rule) {
    return known(loss, "loss", rule, waybill);
  }

  BigDecimal knownWeight(String rule) {
    return known(weightKg, "weightKg", rule, waybill);
  }

  int knownDays(String rule) {
    return known(daysLate, "daysLate", rule, waybill);
  }

  DamageKind knownDamage(String rule) {
    return known(damage, "damage", rule, waybill);
  }

  /** There is no default: the arbitrator says it (AMB-05). */
  boolean knownPractical(String rule) {
    return known(practical, "practical", rule, waybill);
  }
}
