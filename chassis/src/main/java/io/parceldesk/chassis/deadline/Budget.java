package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The time that a rule allows. Written {@code PT24H} (elapsed time), {@code 7d} (calendar days),
 * {@code 1y} (years), {@code 3wd} (working days, or {@code 3wd@close}: until work ends on the
 * last), {@code 4wh} or {@code 30wm} (working hours or minutes). Always more than nothing.
 */
@Schema(implementation = String.class, examples = "3wd")
public sealed interface Budget
    permits Elapsed, CalendarDays, CalendarYears, WorkingDays, WorkingTime {

  /** When so much time has run on the clock: the first instant that is too late. */
  Due dueAt(Ledger ledger, WorkingCalendar calendar);

  /** The instant so much later, or earlier. */
  Instant after(Instant at, WorkingCalendar calendar);

  Instant before(Instant at, WorkingCalendar calendar);

  /** The instant at which this percentage of the budget is left before the due time. */
  Instant shareBefore(int percent, Instant due, WorkingCalendar calendar);

  /** How much of it the clock has used up, from 0 to 1. */
  double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar);

  /**
   * This share of it, rounded up; never less than a day or a minute, so that nothing is due at
   * once.
   */
  Budget times(double share);

  /** Whether it ends no later than the other whatever the calendar; false where nobody can say. */
  boolean isNeverLongerThan(Budget other);

  /** Whether the day used up some of it. */
  boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar);

  /** Whether days off and working hours matter to it. */
  default boolean followsCalendar() {
    return false;
  }

  @JsonValue
  String text();

  /** Ten years. */
  Duration LONGEST = Duration.ofDays(3660);

  @JsonCreator
  static Budget parse(String text) {
    if (text.startsWith("PT")) {
      return new Elapsed(BudgetNotation.elapsed(text));
    }
    var matcher = BudgetNotation.COUNTED.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(BudgetNotation.EXPECTED);
    }
    int n = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> new CalendarDays(n);
      case "y" -> new CalendarYears(n);
      case "wd" -> new WorkingDays(n, false);
      case "wd@close" -> new WorkingDays(n, true);
      case "wh" -> new WorkingTime(Duration.ofHours(n));
      default -> new WorkingTime(Duration.ofMinutes(n));
    };
  }
}
