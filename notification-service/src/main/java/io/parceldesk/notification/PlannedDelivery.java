package io.parceldesk.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
 * @param links to other messages
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
    Message message,
    Links links) {

  /** A message that hangs together with no other. */
  public PlannedDelivery(
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
      Message message) {
    this(
        eventSource,
        eventId,
        eventType,
        eventAt,
        caseNumber,
        outlet,
        rule,
        template,
        audience,
        channel,
        messageClass,
        recipient,
        recipientMasked,
        lane,
        suppressed,
        firstAttemptAt,
        notAfter,
        smsParts,
        message,
        Links.NONE);
  }

  /**
   * How a message hangs together with others.
   *
   * @param id its own, where another already names it; else null
   * @param digest the digest that tells it, or null
   * @param fallbackOf the SMS in whose place it is sent, or null
   * @param fallback what is sent in its place should it not arrive, or null
   * @param traceparent the trace that it goes on with, or null
   */
  public record Links(
      UUID id, UUID digest, UUID fallbackOf, Fallback fallback, String traceparent) {
    public static final Links NONE = new Links(null, null, null, null, null);
  }

  /** One event is told to one address by one channel once. */
  public List<String> key() {
    return List.of(eventSource, eventId, recipient, channel.name());
  }

  /** The same message, planned but not to be sent. */
  public PlannedDelivery suppressedFor(String reason) {
    return with(reason, links);
  }

  /** The same message, told by a digest and not by itself. */
  public PlannedDelivery toldBy(UUID digest) {
    return with("told in a digest", new Links(links.id(), digest, null, null, links.traceparent()));
  }

  public PlannedDelivery with(Links links) {
    return with(suppressed, links);
  }

  private PlannedDelivery with(String reason, Links links) {
    return new PlannedDelivery(
        eventSource,
        eventId,
        eventType,
        eventAt,
        caseNumber,
        outlet,
        rule,
        template,
        audience,
        channel,
        messageClass,
        recipient,
        recipientMasked,
        lane,
        reason,
        firstAttemptAt,
        notAfter,
        smsParts,
        message,
        links);
  }
}
