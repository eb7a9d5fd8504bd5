package io.parceldesk.notification.webhook;

import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.RetrySchedule;
import io.parceldesk.notification.webhook.WebhookClient.Answer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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

  /** Retry-After in seconds, or as a date (RFC 9110) beside the answer's own; else not said. */
  private static Duration requested(Answer answer) {
    var text = answer.retryAfter();
    if (text == null) {
      return Duration.ZERO;
    }
    var asked =
        text.matches("\\d{1,9}")
            ? Duration.ofSeconds(Long.parseLong(text))
            : untilDate(text, answer.date());
    return max(Duration.ZERO, asked.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : asked);
  }

  private static Duration untilDate(String date, String answeredAt) {
    try {
      return Duration.between(
          ZonedDateTime.parse(String.valueOf(answeredAt), DateTimeFormatter.RFC_1123_DATE_TIME),
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
