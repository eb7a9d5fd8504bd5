package io.parceldesk.chassis.deadline;

import java.time.Instant;

/**
 * A deadline as a case view shows it.
 *
 * @param about which of several deadlines of the kind it is, such as the id of a party that was
 *     asked; null where a case has one
 * @param rule the rules that it keeps, such as SLA-10
 * @param policy {@code id@version}
 * @param dueAt the first instant that is too late; while paused, as it was when the pause began
 * @param metAt when it was met, even if that was after the breach
 * @param calendarComplete false where the due time depends on a year whose holidays are not known
 * @param previous the deadline of the same kind (and about the same) that this one took the place
 *     of, or null
 */
public record DeadlineView(
    String kind,
    String about,
    String rule,
    String policy,
    Nature nature,
    Instant startedAt,
    Instant dueAt,
    DeadlineState state,
    Instant metAt,
    Instant breachedAt,
    boolean calendarComplete,
    DeadlineView previous) {

  static DeadlineView of(DeadlineRow row, DeadlineView previous) {
    return new DeadlineView(
        row.kind,
        row.about,
        row.rule,
        row.policyId + "@" + row.policyVersion,
        row.nature,
        row.startedAt,
        row.dueAt,
        row.state,
        row.metAt,
        row.breachedAt,
        row.calendarComplete,
        previous);
  }
}
