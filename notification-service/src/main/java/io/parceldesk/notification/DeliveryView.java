package io.parceldesk.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message to one recipient, as it may be shown: the recipient is masked, and texts hold nothing
 * personal from the start.
 *
 * @param event such as complaint-escalated
 * @param outlet whose message it is, or null for a customer's
 * @param possibleDuplicate whether it may have arrived twice
 * @param nextAttemptAt while it is PENDING or UNKNOWN, else null
 * @param settledAt when its fate became final
 * @param webhookId under which a webhook's receiver knows it, else null
 * @param digest the message that told this one along with others
 * @param fallbackOf the SMS in whose place this one was sent
 * @param cases what a digest is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    UUID id,
    String caseNumber,
    String event,
    String audience,
    String outlet,
    MessageChannel channel,
    String recipient,
    String rule,
    String template,
    String subject,
    String text,
    DeliveryStatus status,
    String reason,
    boolean possibleDuplicate,
    Integer smsParts,
    Instant plannedAt,
    Instant nextAttemptAt,
    Instant sentAt,
    Instant settledAt,
    String webhookId,
    UUID digest,
    UUID fallbackOf,
    List<String> cases,
    List<Attempt> attempts,
    List<Part> parts) {

  /** {@code code} is the other side's answer: an HTTP, SMTP or SMPP status. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Attempt(
      int attempt,
      String carrier,
      String outcome,
      Integer code,
      String error,
      Instant startedAt,
      Instant finishedAt) {
    /** How long the other side took, as this process saw it. */
    @JsonProperty
    public long durationMillis() {
      return Duration.between(startedAt, finishedAt).toMillis();
    }
  }

  /** A part of an SMS that a gateway took, and what its receipt said. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      int part,
      String gateway,
      String messageId,
      Instant acceptedAt,
      String receipt,
      String error,
      Instant receiptAt) {}

  DeliveryView with(List<Attempt> attempts, List<Part> parts, List<String> cases) {
    var waits = status == DeliveryStatus.PENDING || status == DeliveryStatus.UNKNOWN;
    return new DeliveryView(
        id,
        caseNumber,
        event,
        audience,
        outlet,
        channel,
        recipient,
        rule,
        template,
        subject,
        text,
        status,
        reason,
        possibleDuplicate,
        smsParts,
        plannedAt,
        waits ? nextAttemptAt : null,
        sentAt,
        settledAt,
        webhookId,
        digest,
        fallbackOf,
        cases,
        attempts,
        parts);
  }
}
