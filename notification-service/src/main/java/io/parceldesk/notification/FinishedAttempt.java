package io.parceldesk.notification;

import java.time.Instant;

/** One attempt that is over. Times are this process's, for the log only. */
public record FinishedAttempt(
    Delivery delivery, String carrier, Instant startedAt, Instant finishedAt, Outcome outcome) {}
