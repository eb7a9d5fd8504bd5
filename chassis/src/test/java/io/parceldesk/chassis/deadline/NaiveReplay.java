package io.parceldesk.chassis.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The due time of a ledger, worked out the slow and obvious way: minute by minute and night by
 * night. It shares no arithmetic with the budgets that it checks; times are whole minutes.
 */
record NaiveReplay(List<Segment> segments, Instant countsFrom, WorkingCalendar calendar) {

  private static final Set<MonthDay> FIXED =
      Stream.of("--01-01", "--05-01", "--05-02", "--10-01", "--10-02", "--10-03")
          .map(MonthDay::parse)
          .collect(Collectors.toSet());

  Instant dueAt(Budget budget) {
    if (budget instanceof Elapsed elapsed) {
      return elapsed(elapsed.time());
    }
    if (budget instanceof WorkingTime working) {
      return workingMinutes(working.time().toMinutes());
    }
    if (budget instanceof CalendarYears years) {
      var received = date(countsFrom);
      return nights(
          (int) (received.plusYears(years.years()).toEpochDay() - received.toEpochDay()), false);
    }
    return budget instanceof CalendarDays days
        ? nights(days.days(), false)
        : nights(((WorkingDays) budget).days(), true);
  }

  private Instant elapsed(Duration budget) {
    var at = countsFrom;
    for (var left = budget; left.compareTo(Duration.ofMinutes(1)) >= 0; at = at.plusSeconds(60)) {
      left = runs(at) ? left.minusMinutes(1) : left;
      if (left.compareTo(Duration.ofMinutes(1)) < 0) {
        return afterRest(at.plusSeconds(60), left);
      }
    }
    return afterRest(at, budget);
  }

  /** What is left of a budget that is no whole number of minutes. */
  private Instant afterRest(Instant at, Duration rest) {
    var next = at;
    while (!rest.isZero() && !runs(next)) {
      next = next.plusSeconds(60);
    }
    return next.plus(rest);
  }

  private Instant workingMinutes(long minutes) {
    var at = countsFrom;
    for (var left = minutes; left > 0; at = at.plusSeconds(60)) {
      left -= runs(at) && works(at) ? 1 : 0;
    }
    return at;
  }

  private Instant nights(int days, boolean workingOnly) {
    var date = date(countsFrom);
    for (int left = days; left > 0; ) {
      date = date.plusDays(1);
      var lastMinute = midnightAfter(date).minusSeconds(60);
      left -= runs(lastMinute) && (!workingOnly || worksOn(date)) ? 1 : 0;
    }
    return midnightAfter(date);
  }

  /** A pause that was not ended gives nothing back yet, so the clock counts as running in it. */
  private boolean runs(Instant at) {
    var last = segments.get(segments.size() - 1);
    if (!at.isBefore(last.fromAt())) {
      return true;
    }
    for (var segment : segments) {
      if (!segment.fromAt().isAfter(at) && segment.toAt() != null && segment.toAt().isAfter(at)) {
        return segment.runs();
      }
    }
    return false;
  }

  private boolean works(Instant at) {
    var local = at.atZone(WorkingCalendar.ZONE);
    if (worksOn(local.toLocalDate())) {
      for (var window : calendar.week().on(DayOfWeek.MONDAY)) { // all working days are alike here
        var time = local.toLocalTime();
        if (!time.isBefore(window.from()) && time.isBefore(window.to())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean worksOn(LocalDate date) {
    var special = calendar.days().get(date);
    return special == null
        ? date.getDayOfWeek().getValue() <= 5
            && (calendar.years().contains(date.getYear()) || !fixedHoliday(date))
        : special.working();
  }

  private static boolean fixedHoliday(LocalDate date) {
    return FIXED.contains(MonthDay.from(date));
  }

  private static LocalDate date(Instant at) {
    return at.atZone(WorkingCalendar.ZONE).toLocalDate();
  }

  private static Instant midnightAfter(LocalDate date) {
    return date.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
  }
}
