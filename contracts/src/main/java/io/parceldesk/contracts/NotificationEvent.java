package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;

/**
 * What became of messages about cases, on topic {@code parceldesk.notification}, keyed by case
 * number. Who was written to, and with which words, is told by role and by the version of the
 * template only.
 */
@JsonSubTypes({
  @Type(name = "io.parceldesk.message-settled.v1", value = NotificationEvent.MessageSettled.class)
})
public sealed interface NotificationEvent {
  CaseRef about();

  /**
   * A message was handed over, or will not be; said again when a receipt or a repetition by hand
   * says more.
   *
   * @param message its id, the same whatever is said of it later
   * @param eventType what was told, such as complaint-answered
   * @param eventId of the event that was told
   * @param template {@code key/locale@version}, or null where nobody noted them
   * @param outlet whose people were written to, or null
   * @param attempts how often it was tried
   * @param sentAt when it was handed over, or null
   */
  record MessageSettled(
      CaseRef about,
      String message,
      String eventType,
      String eventId,
      String template,
      Channel channel,
      Recipient recipient,
      String outlet,
      State state,
      int attempts,
      Instant plannedAt,
      Instant sentAt,
      Instant settledAt)
      implements NotificationEvent {}

  /** Webhooks are no messages to people; who subscribes to them has the log of deliveries. */
  enum Channel {
    SMS,
    EMAIL
  }

  /** In which role somebody was written to. */
  enum Recipient {
    CUSTOMER,
    OUTLET,
    DEPARTMENT,
    SUPERVISOR
  }

  /**
   * SENT is handed over; DELIVERED and UNDELIVERED are what a receipt says; UNKNOWN may have left,
   * but nobody confirmed it; FAILED was refused for good; EXPIRED came too late to be of use.
   */
  enum State {
    SENT,
    DELIVERED,
    UNDELIVERED,
    UNKNOWN,
    FAILED,
    EXPIRED
  }
}
