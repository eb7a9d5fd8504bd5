package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** How budgets are written, and the arithmetic that their kinds share. */
final class BudgetNotation {
  static final Pattern COUNTED = Pattern.compile("(\\d{1,6})(d|y|wd|wd@close|wh|wm)");

  static final String EXPECTED = "A budget is written PT24H, 7d, 1y, 3wd, 3wd@close, 4wh or 30wm";

  private BudgetNotation() {}

  static Duration elapsed(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(EXPECTED, e);
    }
  }

  static Duration share(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100).truncatedTo(ChronoUnit.MICROS);
  }

  static double share(Duration used, Duration whole) {
    return Math.min(1.0, (double) micros(used) / micros(whole));
  }

  static int scaled(int days, double share) {
    return Math.max(1, (int) Math.ceil(days * share - 1e-9));
  }

  static Duration scaled(Duration time, double share, ChronoUnit unit) {
    var left = Duration.of(Math.round(micros(time) * share), ChronoUnit.MICROS);
    var cut = left.truncatedTo(unit);
    var up = cut.equals(left) ? left : cut.plus(unit.getDuration());
    return up.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : up;
  }

  static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1_000;
  }

  static void requireSensible(Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(Budget.LONGEST) > 0) {
      throw new IllegalArgumentException("A budget is more than nothing and at most ten years");
    }
  }
}
