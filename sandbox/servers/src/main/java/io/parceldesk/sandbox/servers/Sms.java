package io.parceldesk.sandbox.servers;

import java.time.Instant;
import java.util.List;

/**
 * A short message as a phone would show it.
 *
 * @param gateway the system id that submitted it
 * @param segments how many submits it took
 * @param messageIds the SMSC's own, one for each segment
 * @param reference what the sender called it ({@code user_message_reference}), or null
 */
public record Sms(
    String gateway,
    String source,
    String destination,
    String text,
    int segments,
    List<String> messageIds,
    Integer reference,
    Instant receivedAt) {}
