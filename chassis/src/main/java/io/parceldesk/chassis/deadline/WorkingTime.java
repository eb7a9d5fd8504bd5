package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Time inside the calendar's windows. */
record WorkingTime(Duration time) implements Budget {
  public WorkingTime {
    BudgetNotation.requireSensible(time);
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
    return calendar.minusWorkingTime(due, BudgetNotation.share(time, percent));
  }

  @Override
  public double usedShare(Ledger ledger, Instant at, WorkingCalendar calendar) {
    return BudgetNotation.share(ledger.runTime(at, calendar::workingTime), time);
  }

  @Override
  public boolean isUsedBy(LocalDate day, Ledger ledger, WorkingCalendar calendar) {
    return calendar.windowsOn(day).stream()
        .anyMatch(
            window ->
                ledger.runs(
                    window.opensOn(day, WorkingCalendar.ZONE),
                    window.closesOn(day, WorkingCalendar.ZONE)));
  }

  @Override
  public boolean followsCalendar() {
    return true;
  }

  @Override
  public Budget times(double share) {
    return new WorkingTime(BudgetNotation.scaled(time, share, ChronoUnit.MINUTES));
  }

  @Override
  public boolean isNeverLongerThan(Budget other) {
    return other instanceof WorkingTime limit && time.compareTo(limit.time()) <= 0;
  }

  @Override
  public String text() {
    return time.toMinutes() % 60 == 0 ? time.toHours() + "wh" : time.toMinutes() + "wm";
  }
}
