package io.parceldesk.chassis.retention;

import java.time.Instant;
import java.time.Period;

/** The version of a class's period that is in force. */
record RetentionPeriod(
    String dataClass,
    int version,
    Period keep,
    Period atLeast,
    Period erasableAfter,
    String rule,
    String why,
    String author,
    String reason,
    Instant since) {}
