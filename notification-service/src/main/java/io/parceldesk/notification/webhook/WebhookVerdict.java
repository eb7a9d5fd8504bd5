package io.parceldesk.notification.webhook;

import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.RetrySchedule;
import io.parceldesk.notification.webhook.WebhookClient.Answer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What an endpoint's answer, or its silence, means for a message that was tried so many times. */
record WebhookVerdict(int attempt) {
  /** Eight attempts over 27 hours. */
  static final RetrySchedule LATER =
      RetrySchedule.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT10H");

  /** An endpoint that is overwhelmed gets a minute at least. */
  private static final Duration BREATHER = Duration.ofMinutes(1);

  /** More patience than this is not granted to anybody's Retry-After. */
  private static final Duration LONGEST_REQUEST = Duration.ofHours(12);

  Outcome on(Answer answer) {
    var status = answer.status();
    if (status >= 200 && status < 300) {
      return Outcome.sent(status);
    }
    var error = "the endpoint answered " + status;
    if (isFarewell(answer) || "abort-message".equals(answer.control())) {
      return Outcome.refused(status, error);
    }
    var least = status == 429 ? max(BREATHER, requested(answer)) : requested(answer);
    return later(status, error, least);
  }

  Outcome on(WebhookUnreachable failure) {
    return later(null, failure.getMessage(), failure.isTimeout() ? BREATHER : Duration.ZERO);
  }

  /** Whether the endpoint says that it wants nothing any more. */
  boolean isFarewell(Answer answer) {
    return answer.status() == 410 || "disable".equals(answer.control());
  }

  private Outcome later(Integer status, String error, Duration least) {
    return LATER
        .after(attempt, ThreadLocalRandom.current())
        .map(pause -> Outcome.tryAgain(status, error, max(pause, least)))
        .orElseGet(() -> Outcome.refused(status, error));
  }

  /** Retry-After in seconds; dates, which nobody was seen to send, count as not said. */
  private static Duration requested(Answer answer) {
    var text = answer.retryAfter();
    if (text == null || !text.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    var seconds = Duration.ofSeconds(Long.parseLong(text));
    return seconds.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : seconds;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
