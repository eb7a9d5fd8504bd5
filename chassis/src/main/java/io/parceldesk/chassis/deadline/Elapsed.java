package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Time on the wall clock, nights and holidays included. */
record Elapsed(Duration time) implements Budget {
  public Elapsed {
    BudgetNotation.requireSensible(time);
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
    return due.minus(BudgetNotation.share(time, percent));
  }

  @Override
  public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
    return BudgetNotation.share(ledger.runTime(at, Duration::between), time);
  }

  @Override
  public boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar) {
    return ledger.runs(calendar.startOf(day), calendar.endOf(day));
  }

  @Override
  public Budget times(double share) {
    return new Elapsed(BudgetNotation.scaled(time, share, ChronoUnit.MICROS));
  }

  @Override
  public boolean isNeverLongerThan(Budget other) {
    return other instanceof Elapsed limit && time.compareTo(limit.time()) <= 0
        || other instanceof CalendarDays days && time.compareTo(Duration.ofDays(days.days())) <= 0;
  }

  @Override
  public String text() {
    return time.toString();
  }
}
