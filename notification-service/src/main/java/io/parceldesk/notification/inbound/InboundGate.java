package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets in what an outlet has signed within the last five minutes. A wrong signature, an unknown
 * outlet and an outlet without a key are refused in the same words and after the same work, so that
 * nobody learns which outlets there are.
 */
@ApplicationScoped
class InboundGate {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Signs nothing that anybody could know. */
  private static final List<WebhookSecret> DECOY = List.of(WebhookSecret.random());

  private final InboundKeys keys;
  private final Clock clock = Clock.systemUTC();

  InboundGate(InboundKeys keys) {
    this.keys = keys;
  }

  void require(String outlet, SignedMessage message) {
    var good = keys.goodFor(outlet);
    if (!isComplete(message) || !isSigned(message, good)) {
      throw new DomainException(
          401, "bad-signature", "The message is not signed with a secret of this outlet");
    }
    var age = Duration.between(sentAt(message), clock.instant());
    if (age.abs().compareTo(TOLERANCE) > 0) {
      throw new DomainException(
          401, "stale-timestamp", "webhook-timestamp is more than five minutes away from now");
    }
  }

  private static boolean isComplete(SignedMessage message) {
    return message.id() != null
        && message.id().matches("[A-Za-z0-9_-]{1,100}")
        && message.timestamp() != null
        && message.timestamp().matches("\\d{1,12}")
        && message.signatures() != null;
  }

  private static boolean isSigned(SignedMessage message, List<WebhookSecret> good) {
    var verified = false;
    for (var secret : good.isEmpty() ? DECOY : good) {
      verified |=
          secret.verifies(
              message.signatures(),
              message.id(),
              Long.parseLong(message.timestamp()),
              message.body());
    }
    return verified && !good.isEmpty();
  }

  private static Instant sentAt(SignedMessage message) {
    return Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
  }
}
