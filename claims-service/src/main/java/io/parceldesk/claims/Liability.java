package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Who is liable, an outlet or HEADQUARTERS, and for how many of a hundred parts (ARB-08). */
public record Liability(String party, BigDecimal percent) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** What one of them bears of an amount. */
  public record Part(String party, Amount amount) {}

  /** Nobody twice, and a hundred parts in all. */
  public static List<Liability> checked(List<Liability> split) {
    var sum = split.stream().map(Liability::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(ALL) != 0) {
      throw DomainException.refusedByRule(
              "ARB-08", "shares-not-100", "The shares of those who are liable add up to 100")
          .with("sum", sum.toPlainString());
    }
    var seen = new HashSet<String>();
    if (!split.stream().map(Liability::party).allMatch(seen::add)) {
      throw DomainException.refusedByRule("ARB-08", "party-twice", "Each party is named once");
    }
    return List.copyOf(split);
  }

  /** Splits an amount to the fen: the last one bears what rounding leaves. */
  public static List<Part> split(Amount amount, List<Liability> liable) {
    var parts = new ArrayList<Part>();
    var left = amount;
    var percentLeft = ALL;
    for (var each : liable) {
      var part = left.share(new Amount(each.percent), new Amount(percentLeft));
      parts.add(new Part(each.party, part));
      left = left.minus(part);
      percentLeft = percentLeft.subtract(each.percent);
    }
    return parts;
  }
}
