package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.SkippedDay.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Names the days between a clock's start and its due time that did not count. */
record SkippedDays(Budget budget, Ledger ledger, WorkingCalendar calendar, ExplanationWords words) {

  List<SkippedDay> until(Instant due) {
    if (budget instanceof Elapsed) {
      return List.of(); // its time is not counted in days
    }
    var running = ledger.runningOn();
    return days(due)
        .filter(day -> !budget.isUsedBy(day, running, calendar))
        .map(day -> skipped(day, running))
        .toList();
  }

  /** Days without work by their weekday on which work is done all the same. */
  List<LocalDate> makeUpDays(Instant due) {
    return budget.followsCalendar() ? days(due).filter(calendar::isMakeUpDay).toList() : List.of();
  }

  private Stream<LocalDate> days(Instant due) {
    var last = calendar.dateOf(due.minusNanos(1));
    var first = calendar.dateOf(ledger.startedAt());
    return first.datesUntil(last.plusDays(1));
  }

  private SkippedDay skipped(LocalDate day, Ledger running) {
    if (budget.followsCalendar() && !calendar.isWorkingDay(day)) {
      return dayOff(day);
    }
    if (day.equals(calendar.dateOf(ledger.startedAt()))) {
      return budget instanceof WorkingTime
          ? new SkippedDay(day, Why.AFTER_HOURS, words.text("day.after-hours"))
          : new SkippedDay(day, Why.RECEIVED, words.text("day.received"));
    }
    var reason = running.pauseReasonOn(day, calendar);
    return new SkippedDay(day, Why.PAUSED, words.reason(reason));
  }

  private SkippedDay dayOff(LocalDate day) {
    var special = calendar.days().get(day);
    if (special != null) {
      return new SkippedDay(day, Why.HOLIDAY, words.nameOf(special));
    }
    return calendar.isWeekend(day)
        ? new SkippedDay(day, Why.DAY_OFF, words.weekday(day.getDayOfWeek()))
        : new SkippedDay(day, Why.HOLIDAY, words.text("day.assumed-holiday"));
  }
}
