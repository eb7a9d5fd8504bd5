package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * Whole days, months or years in the company calendar's zone, the day of the closing not counted:
 * closed on 25 November 2026 and kept for three years, a case may go from 26 November 2029 on.
 */
record KeptFor(Period period) {

  /** What was closed before this time is not kept any more on the day. */
  Instant closedBefore(LocalDate day) {
    var lastClosing = day.minus(period);
    while (!lastClosing.plus(period).isBefore(day)) {
      lastClosing = lastClosing.minusDays(1);
    }
    while (lastClosing.plusDays(1).plus(period).isBefore(day)) {
      lastClosing = lastClosing.plusDays(1); // short months
    }
    return lastClosing.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
  }

  /** The first day on which it is not kept any more. */
  LocalDate until(Instant closedAt) {
    return closedAt.atZone(WorkingCalendar.ZONE).toLocalDate().plus(period).plusDays(1);
  }
}
