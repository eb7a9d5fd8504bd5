package io.parceldesk.chassis.deadline;

import java.time.Instant;

/**
 * When a deadline is due.
 *
 * @param at the first instant that is too late
 * @param calendarComplete false where a year was needed whose holidays are not known
 */
public record Due(Instant at, boolean calendarComplete) {}
