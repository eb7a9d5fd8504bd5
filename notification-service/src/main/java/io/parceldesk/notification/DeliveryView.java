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
    List<Attempt> attempts) {

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

  DeliveryView with(List<Attempt> attempts) {
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
        attempts);
  }
}
