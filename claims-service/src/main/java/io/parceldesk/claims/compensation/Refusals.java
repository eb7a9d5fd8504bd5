package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;

/** What cannot be assessed as it is told. */
final class Refusals {
  private Refusals() {}

  /** A row of a table needs a fact that nobody has told. */
  static <T> T known(T fact, String name, String rule) {
    if (fact == null) {
      throw DomainException.refusedByRule(rule, "fact-missing", "This needs " + name)
          .with("fact", name);
    }
    return fact;
  }

  static <T> T known(T fact, String name, String rule, String waybill) {
    if (fact == null) {
      throw DomainException.refusedByRule(
              rule, "fact-missing", "Parcel " + waybill + " needs " + name)
          .with("fact", name)
          .with("waybill", waybill);
    }
    return fact;
  }

  static void requireNotNegative(Amount amount, String name) {
    if (amount != null && amount.isNegative()) {
      throw new DomainException(422, "negative-amount", "No " + name + " is less than nothing");
    }
  }

  /** Nothing loses more than it was worth. */
  static void requireWithin(Amount loss, Amount value) {
    if (loss != null && value != null && loss.isMoreThan(value)) {
      throw new DomainException(
          422, "loss-above-value", "The loss " + loss + " is more than the value " + value);
    }
  }
}
