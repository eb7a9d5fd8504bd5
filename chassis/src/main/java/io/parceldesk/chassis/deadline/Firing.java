package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** A rung that fired: a row of table {@code deadline_firing}, column by column, and the rung. */
record Firing(
    UUID deadlineId,
    String rung,
    Instant dueAt,
    Instant firedAt,
    Instant detectedAt,
    boolean late,
    boolean retroactive,
    boolean announced,
    @JsonIgnore Rung action) {}
