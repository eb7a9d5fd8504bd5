package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Until the end of the same date so many years later, of 28 February where the year has no 29th
 * (SLA-16, AMB-20). Days on which the clock stood still are given back.
 */
record CalendarYears(int years) implements Budget {
  public CalendarYears {
    if (years < 1 || years > 10) {
      throw new IllegalArgumentException("A budget is more than nothing and at most ten years");
    }
  }

  @Override
  public Due dueAt(Ledger ledger, WorkingCalendar calendar) {
    return inDays(calendar.dateOf(ledger.startedAt())).dueAt(ledger, calendar);
  }

  @Override
  public Instant after(Instant at, WorkingCalendar calendar) {
    return at.atZone(WorkingCalendar.ZONE).plusYears(years).toInstant();
  }

  @Override
  public Instant before(Instant at, WorkingCalendar calendar) {
    return at.atZone(WorkingCalendar.ZONE).minusYears(years).toInstant();
  }

  @Override
  public Instant shareBefore(int percent, Instant due, WorkingCalendar calendar) {
    return inDays(calendar.dateOf(before(due, calendar))).shareBefore(percent, due, calendar);
  }

  @Override
  public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
    return inDays(calendar.dateOf(ledger.startedAt())).usedShare(ledger, at, calendar);
  }

  @Override
  public boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar) {
    return inDays(calendar.dateOf(ledger.startedAt())).isUsedBy(day, ledger, calendar);
  }

  /** What is left of years is counted in days. */
  @Override
  public Budget times(double share) {
    return share == 1.0 ? this : new CalendarDays(BudgetNotation.scaled(365 * years, share));
  }

  @Override
  public boolean isNeverLongerThan(Budget other) {
    return other instanceof CalendarYears limit && years <= limit.years();
  }

  @Override
  public String text() {
    return years + "y";
  }

  private CalendarDays inDays(LocalDate received) {
    return new CalendarDays((int) ChronoUnit.DAYS.between(received, received.plusYears(years)));
  }
}
