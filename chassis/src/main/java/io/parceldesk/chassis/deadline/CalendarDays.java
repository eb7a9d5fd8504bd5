package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** So many dates, the day of receipt not counted, the last one whole (AMB-04, AMB-34). */
record CalendarDays(int days) implements Budget {
  public CalendarDays {
    BudgetNotation.requireSensible(Duration.ofDays(days));
  }

  @Override
  public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
    var running = ledger.runningOn();
    var day = calendar.dateOf(running.startedAt());
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= isUsedBy(day, running, calendar) ? 1 : 0;
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
    return due.minus(BudgetNotation.share(Duration.ofDays(days), percent));
  }

  @Override
  public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
    var first = calendar.dateOf(ledger.startedAt()).plusDays(1);
    var used =
        first
            .datesUntil(BudgetNotation.later(first, calendar.dateOf(at)))
            .filter(day -> ledger.ranUntil(calendar.endOf(day)))
            .count();
    return Math.min(1.0, (double) used / days);
  }

  @Override
  public boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar) {
    return day.isAfter(calendar.dateOf(ledger.startedAt())) && ledger.ranUntil(calendar.endOf(day));
  }

  @Override
  public Budget times(double share) {
    return new CalendarDays(BudgetNotation.scaled(days, share));
  }

  @Override
  public boolean isNeverLongerThan(Budget other) {
    return other instanceof CalendarDays limit && days <= limit.days()
        || other instanceof Elapsed elapsed
            && Duration.ofDays(days + 1L).compareTo(elapsed.time()) <= 0;
  }

  @Override
  public String text() {
    return days + "d";
  }
}
