package io.parceldesk.chassis.deadline;

import java.time.Instant;

/** A deadline as a case view shows it. */
public record DeadlineView(
    String kind,
    String rule,
    String nature,
    Instant startedAt,
    Instant dueAt,
    String state,
    Instant metAt,
    Instant breachedAt) {}
