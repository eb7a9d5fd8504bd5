package io.parceldesk.notification;

import java.time.Instant;

/**
 * An event as an outlet is told of it, by webhook or by the feed.
 *
 * @param position in the outlet's feed, from 1 and without gaps; 0 before it is stored
 * @param type with full stops, such as {@code complaint.escalated}
 * @param body the very text that webhooks carry
 */
public record FeedEvent(
    String outlet,
    long position,
    String eventSource,
    String eventId,
    String type,
    Instant at,
    String caseNumber,
    String body) {}
