package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/** The shipped tables once more, in plain arithmetic: to be compared with. */
final class NaiveTariff {
  private NaiveTariff() {}

  static Amount loss(OutletCase c) {
    var each = c.agency() ? 300 : 1000;
    var all = c.agency() ? 5000 : 10000;
    return sum(c, all, p -> min(p.value().value(), each));
  }

  static Amount delay(OutletCase c) {
    var all = c.agency() ? 1000 : 2500;
    return sum(
        c,
        all,
        p -> {
          var heavy = p.weightKg().compareTo(BigDecimal.ONE) > 0;
          var rate = BigDecimal.valueOf((c.agency() ? 10L : 50L) * p.daysLate());
          return min(rate, c.agency() ? 100 : heavy ? 500 : 250).min(p.value().value());
        });
  }

  static Amount damage(OutletCase c) {
    return sum(
        c,
        Integer.MAX_VALUE,
        p -> {
          var loss = p.loss().value();
          var paid = loss;
          if (p.damage() != DamageKind.BREAKAGE) {
            paid = min(paid, 2000);
          } else if (p.ecommerce()) {
            paid = min(paid, 500);
          } else if (p.value().value().signum() > 0) {
            var whole = min(p.value().value(), 1000);
            paid = loss.multiply(whole).divide(p.value().value(), 2, RoundingMode.HALF_UP);
          }
          var unproven = !p.invoice() && loss.compareTo(BigDecimal.valueOf(2000)) >= 0;
          return unproven ? min(paid, p.practical() ? 1000 : 700) : paid;
        });
  }

  private static Amount sum(OutletCase c, int cap, Function<OutletParcel, BigDecimal> each) {
    var total = c.parcels().stream().map(each).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Amount(c.batch() ? min(total, cap) : total);
  }

  private static BigDecimal min(BigDecimal amount, int limit) {
    return amount.min(BigDecimal.valueOf(limit));
  }
}
