package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** So many working days, the day of receipt not counted (AMB-04). */
record WorkingDays(int days, boolean untilClosing) implements Budget {
  public WorkingDays {
    BudgetNotation.requireSensible(Duration.ofDays(days));
  }

  @Override
  public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
    var running = ledger.runningOn();
    var received = calendar.dateOf(running.startedAt());
    var day = received;
    for (int left = days; left > 0; ) {
      day = calendar.plusWorkingDays(day, 1);
      left -= isUsedBy(day, running, calendar) ? 1 : 0;
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
    return calendar.minusWorkingTime(due, BudgetNotation.share(whole, percent));
  }

  @Override
  public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
    var first = calendar.dateOf(ledger.startedAt()).plusDays(1);
    var used =
        first
            .datesUntil(BudgetNotation.later(first, calendar.dateOf(at).plusDays(1)))
            .filter(calendar::isWorkingDay)
            .map(day -> endOf(day, calendar))
            .filter(end -> !end.isAfter(at) && ledger.ranUntil(end))
            .count();
    return Math.min(1.0, (double) used / days);
  }

  @Override
  public boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar) {
    return day.isAfter(calendar.dateOf(ledger.startedAt()))
        && calendar.isWorkingDay(day)
        && ledger.ranUntil(endOf(day, calendar));
  }

  @Override
  public boolean followsCalendar() {
    return true;
  }

  @Override
  public Budget times(double share) {
    return new WorkingDays(BudgetNotation.scaled(days, share), untilClosing);
  }

  @Override
  public boolean isNeverLongerThan(Budget other) {
    return other instanceof WorkingDays limit
        && days <= limit.days()
        && (untilClosing || !limit.untilClosing());
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
