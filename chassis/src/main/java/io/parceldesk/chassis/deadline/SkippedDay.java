package io.parceldesk.chassis.deadline;

import java.time.LocalDate;

/**
 * A day that used up nothing of a budget.
 *
 * @param why RECEIVED: the day of receipt, which is day 0; HOLIDAY: a public holiday, also where it
 *     is only assumed because the year is not known; DAY_OFF: a weekday without work; AFTER_HOURS:
 *     begun after work had ended; PAUSED: the clock stood still
 * @param name such as {@code National Day}, {@code Saturday} or the reason of the pause, in the
 *     reader's language
 */
public record SkippedDay(LocalDate date, Why why, String name) {
  public enum Why {
    RECEIVED,
    HOLIDAY,
    DAY_OFF,
    AFTER_HOURS,
    PAUSED
  }
}
