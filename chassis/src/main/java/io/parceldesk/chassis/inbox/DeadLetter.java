package io.parceldesk.chassis.inbox;

import java.time.Instant;

/**
 * A record that could not be taken in. Its data is not shown, only why it failed and where it
 * stands.
 */
public record DeadLetter(
    long id,
    String channel,
    String topic,
    int partition,
    long offset,
    String key,
    String type,
    String reason,
    Instant buriedAt,
    Instant replayedAt) {}
