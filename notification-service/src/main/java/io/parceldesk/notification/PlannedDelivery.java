package io.parceldesk.notification;

import java.time.Instant;

/**
 * A message to one recipient by one channel, about to be stored.
 *
 * @param outlet whose people may see it, or null
 * @param rule {@code id@version} of the routing rule
 * @param template {@code key/locale@version}, or null for a webhook
 * @param recipient fingerprint of the address, or the id of the webhook endpoint
 * @param recipientMasked the address as it may be shown
 * @param suppressed why it will not be sent, or null
 * @param smsParts null for other channels
 * @param message null when it cannot be sent at all
 */
public record PlannedDelivery(
    String eventSource,
    String eventId,
    String eventType,
    Instant eventAt,
    String caseNumber,
    String outlet,
    String rule,
    String template,
    String audience,
    MessageChannel channel,
    MessageClass messageClass,
    String recipient,
    String recipientMasked,
    String lane,
    String suppressed,
    Instant firstAttemptAt,
    Instant notAfter,
    Integer smsParts,
    Message message) {}
