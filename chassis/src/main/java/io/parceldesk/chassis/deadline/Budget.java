package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The time that a rule allows. Written {@code PT24H} (elapsed time), {@code 7d} (calendar days),
 * {@code 3wd} (working days, or {@code 3wd@close}: until work ends on the last), {@code 4wh} or
 * {@code 30wm} (working hours or minutes). Always more than nothing.
 */
@Schema(implementation = String.class, examples = "3wd")
public sealed interface Budget {

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

  @JsonValue
  String text();

  Duration LONGEST = Duration.ofDays(3660);

  @JsonCreator
  static Budget parse(String text) {
    if (text.startsWith("PT")) {
      return new Elapsed(Notation.elapsed(text));
    }
    var matcher = Notation.COUNTED.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(Notation.EXPECTED);
    }
    int n = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> new CalendarDays(n);
      case "wd" -> new WorkingDays(n, false);
      case "wd@close" -> new WorkingDays(n, true);
      case "wh" -> new WorkingTime(Duration.ofHours(n));
      default -> new WorkingTime(Duration.ofMinutes(n));
    };
  }

  /** Time on the wall clock, nights and holidays included. */
  record Elapsed(Duration time) implements Budget {
    public Elapsed {
      Notation.requireSensible(time);
    }

    @Override
    public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
      var left = time;
      for (var segment : ledger.runningOn().segments()) {
        if (segment.runs()) {
          var end = segment.fromAt().plus(left);
          if (segment.toAt() == null || !end.isAfter(segment.toAt())) {
            return new Due(end, true);
          }
          left = left.minus(Duration.between(segment.fromAt(), segment.toAt()));
        }
      }
      throw new IllegalStateException("A ledger that runs on has an end");
    }

    @Override
    public Instant after(Instant at, WorkingCalendar calendar) {
      return at.plus(time);
    }

    @Override
    public Instant before(Instant at, WorkingCalendar calendar) {
      return at.minus(time);
    }

    @Override
    public Instant shareBefore(int percent, Instant due, WorkingCalendar calendar) {
      return due.minus(Notation.share(time, percent));
    }

    @Override
    public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
      return Notation.share(ledger.runTime(at, Duration::between), time);
    }

    @Override
    public Budget times(double share) {
      return new Elapsed(Notation.scaled(time, share, ChronoUnit.MICROS));
    }

    @Override
    public boolean isNeverLongerThan(Budget other) {
      return other instanceof Elapsed limit && time.compareTo(limit.time) <= 0
          || other instanceof CalendarDays days && time.compareTo(Duration.ofDays(days.days)) <= 0;
    }

    @Override
    public String text() {
      return time.toString();
    }
  }

  /** So many dates, the day of receipt not counted, the last one whole (AMB-04, AMB-34). */
  record CalendarDays(int days) implements Budget {
    public CalendarDays {
      Notation.requireSensible(Duration.ofDays(days));
    }

    @Override
    public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
      var running = ledger.runningOn();
      var day = calendar.dateOf(running.startedAt());
      for (int left = days; left > 0; ) {
        day = day.plusDays(1);
        left -= running.ranUntil(calendar.endOf(day)) ? 1 : 0;
      }
      return new Due(calendar.endOf(day), true);
    }

    @Override
    public Instant after(Instant at, WorkingCalendar calendar) {
      return at.atZone(WorkingCalendar.ZONE).plusDays(days).toInstant();
    }

    @Override
    public Instant before(Instant at, WorkingCalendar calendar) {
      return at.atZone(WorkingCalendar.ZONE).minusDays(days).toInstant();
    }

    @Override
    public Instant shareBefore(int percent, Instant due, WorkingCalendar calendar) {
      return due.minus(Notation.share(Duration.ofDays(days), percent));
    }

    @Override
    public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
      var first = calendar.dateOf(ledger.startedAt()).plusDays(1);
      var used =
          first
              .datesUntil(Notation.later(first, calendar.dateOf(at)))
              .filter(day -> ledger.ranUntil(calendar.endOf(day)))
              .count();
      return Math.min(1.0, (double) used / days);
    }

    @Override
    public Budget times(double share) {
      return new CalendarDays(Notation.scaled(days, share));
    }

    @Override
    public boolean isNeverLongerThan(Budget other) {
      return other instanceof CalendarDays limit && days <= limit.days
          || other instanceof Elapsed elapsed
              && Duration.ofDays(days + 1L).compareTo(elapsed.time) <= 0;
    }

    @Override
    public String text() {
      return days + "d";
    }
  }

  /** So many working days, the day of receipt not counted (AMB-04). */
  record WorkingDays(int days, boolean untilClosing) implements Budget {
    public WorkingDays {
      Notation.requireSensible(Duration.ofDays(days));
    }

    @Override
    public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
      var running = ledger.runningOn();
      var received = calendar.dateOf(running.startedAt());
      var day = received;
      for (int left = days; left > 0; ) {
        day = calendar.plusWorkingDays(day, 1);
        left -= running.ranUntil(endOf(day, calendar)) ? 1 : 0;
      }
      return new Due(endOf(day, calendar), calendar.knows(received.plusDays(1), day));
    }

    @Override
    public Instant after(Instant at, WorkingCalendar calendar) {
      return move(at, days, calendar);
    }

    @Override
    public Instant before(Instant at, WorkingCalendar calendar) {
      return move(at, -days, calendar);
    }

    /** Shares of working days are counted in working time, so that a warning finds somebody. */
    @Override
    public Instant shareBefore(int percent, Instant due, WorkingCalendar calendar) {
      var whole = Duration.ZERO;
      var day = calendar.dateOf(due.minusNanos(1));
      for (int left = days; left > 0; left--) {
        whole = whole.plus(calendar.workingTimeOn(day));
        day = calendar.plusWorkingDays(day, -1);
      }
      return calendar.minusWorkingTime(due, Notation.share(whole, percent));
    }

    @Override
    public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
      var first = calendar.dateOf(ledger.startedAt()).plusDays(1);
      var used =
          first
              .datesUntil(Notation.later(first, calendar.dateOf(at).plusDays(1)))
              .filter(calendar::isWorkingDay)
              .map(day -> endOf(day, calendar))
              .filter(end -> !end.isAfter(at) && ledger.ranUntil(end))
              .count();
      return Math.min(1.0, (double) used / days);
    }

    @Override
    public Budget times(double share) {
      return new WorkingDays(Notation.scaled(days, share), untilClosing);
    }

    @Override
    public boolean isNeverLongerThan(Budget other) {
      return other instanceof WorkingDays limit
          && days <= limit.days
          && (untilClosing || !limit.untilClosing);
    }

    @Override
    public String text() {
      return days + (untilClosing ? "wd@close" : "wd");
    }

    private Instant endOf(LocalDate day, WorkingCalendar calendar) {
      if (!untilClosing || calendar.closingTimeOn(day).equals(LocalTime.MIDNIGHT)) {
        return calendar.endOf(day);
      }
      return day.atTime(calendar.closingTimeOn(day)).atZone(WorkingCalendar.ZONE).toInstant();
    }

    /** Keeps the clock time; 00:00 counts as 24:00 of the day before, as due times mean it. */
    private static Instant move(Instant at, int days, WorkingCalendar calendar) {
      var local = at.atZone(WorkingCalendar.ZONE);
      if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        return calendar.endOf(calendar.plusWorkingDays(local.toLocalDate().minusDays(1), days));
      }
      var day = calendar.plusWorkingDays(local.toLocalDate(), days);
      return local.with(day).toInstant();
    }
  }

  /** Time inside the calendar's windows. */
  record WorkingTime(Duration time) implements Budget {
    public WorkingTime {
      Notation.requireSensible(time);
    }

    @Override
    public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
      var left = time;
      for (var segment : ledger.runningOn().segments()) {
        if (segment.runs()) {
          var end = calendar.plusWorkingTime(segment.fromAt(), left);
          if (segment.toAt() == null || !end.isAfter(segment.toAt())) {
            var received = calendar.dateOf(ledger.startedAt());
            return new Due(end, calendar.knows(received, calendar.dateOf(end)));
          }
          left = left.minus(calendar.workingTime(segment.fromAt(), segment.toAt()));
        }
      }
      throw new IllegalStateException("A ledger that runs on has an end");
    }

    @Override
    public Instant after(Instant at, WorkingCalendar calendar) {
      return calendar.plusWorkingTime(at, time);
    }

    @Override
    public Instant before(Instant at, WorkingCalendar calendar) {
      return calendar.minusWorkingTime(at, time);
    }

    @Override
    public Instant shareBefore(int percent, Instant due, WorkingCalendar calendar) {
      return calendar.minusWorkingTime(due, Notation.share(time, percent));
    }

    @Override
    public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
      return Notation.share(ledger.runTime(at, calendar::workingTime), time);
    }

    @Override
    public Budget times(double share) {
      return new WorkingTime(Notation.scaled(time, share, ChronoUnit.MINUTES));
    }

    @Override
    public boolean isNeverLongerThan(Budget other) {
      return other instanceof WorkingTime limit && time.compareTo(limit.time) <= 0;
    }

    @Override
    public String text() {
      return time.toMinutes() % 60 == 0 ? time.toHours() + "wh" : time.toMinutes() + "wm";
    }
  }

  /** What the four have in common and nobody else needs. */
  final class Notation {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6})(d|wd|wd@close|wh|wm)");

    private static final String EXPECTED =
        "A budget is written PT24H, 7d, 3wd, 3wd@close, 4wh or 30wm";

    private Notation() {}

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
      if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("A budget is more than nothing and at most ten years");
      }
    }
  }
}
