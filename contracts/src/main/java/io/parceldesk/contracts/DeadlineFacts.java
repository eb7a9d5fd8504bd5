package io.parceldesk.contracts;

import java.time.Instant;

/**
 * One firing of a deadline's rung.
 *
 * @param kind such as RESOLVE or STATUTORY
 * @param rule the rules it keeps, such as SLA-10
 * @param policy {@code id@version}
 * @param nature STATUTORY or SERVICE
 * @param dueAt the first instant that is too late
 * @param firedAt when the rung should have fired
 * @param detectedAt when it was found and committed
 * @param late whether it was found noticeably after {@code firedAt}
 * @param retroactive whether the deadline was overdue already when it was attached
 * @param calendarComplete false where the working calendar lacked a year that was needed
 * @param about which of several clocks of the kind, such as the id of a party that was asked; null
 *     where a case has one
 */
public record DeadlineFacts(
    String kind,
    String rule,
    String policy,
    String nature,
    Instant startedAt,
    Instant dueAt,
    Instant firedAt,
    Instant detectedAt,
    boolean late,
    boolean retroactive,
    boolean calendarComplete,
    String about) {}
