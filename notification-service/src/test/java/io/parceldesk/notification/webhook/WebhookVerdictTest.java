package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.notification.DeliveryStatus;
import io.parceldesk.notification.webhook.WebhookClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookVerdictTest {
  @ParameterizedTest(name = "{0} makes it {1}: {2}")
  @CsvSource({
    "200, SENT, taken",
    "204, SENT, taken without a word",
    "301, PENDING, redirects are not followed",
    "400, PENDING, perhaps a bad deployment",
    "404, PENDING, perhaps a bad deployment",
    "410, FAILED, the endpoint is gone",
    "429, PENDING, too much",
    "500, PENDING, its trouble",
    "503, PENDING, its trouble"
  })
  void judges(int status, DeliveryStatus becomes, String because) {
    assertThat(new WebhookVerdict(1).on(answer(status, null)).becomes())
        .as(because)
        .isEqualTo(becomes);
  }

  @ParameterizedTest(name = "after attempt {0} about {1}")
  @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT10H"})
  void waitsLongerEachTime(int attempt, Duration about) {
    var pause = new WebhookVerdict(attempt).on(answer(500, null)).after();

    assertThat(pause)
        .isBetween(about.multipliedBy(8).dividedBy(10), about.multipliedBy(12).dividedBy(10));
  }

  @Test
  void givesUpAfterEightAttempts() {
    assertThat(new WebhookVerdict(8).on(answer(500, null)).becomes())
        .isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void waitsAsLongAsIsAskedFor() {
    assertThat(new WebhookVerdict(1).on(answer(503, "120")).after())
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(new WebhookVerdict(1).on(answer(429, null)).after())
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(new WebhookVerdict(1).on(answer(503, "999999999")).after())
        .isEqualTo(Duration.ofHours(12));
    assertThat(new WebhookVerdict(1).on(answer(503, "soon")).after())
        .isLessThan(Duration.ofSeconds(10));
    assertThat(new WebhookVerdict(1).on(answer(503, "Sun, 22 Nov 2026 06:30:00 GMT")).after())
        .as("a date")
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(new WebhookVerdict(1).on(answer(503, "Sun, 22 Nov 2026 05:00:00 GMT")).after())
        .as("a date gone by")
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void givesASilentEndpointAMinute() {
    assertThat(new WebhookVerdict(1).on(new WebhookUnreachable("no answer", true)).after())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void hearsWhatTheReceiverWants() {
    var verdict = new WebhookVerdict(1);

    assertThat(verdict.isFarewell(new Answer(500, null, null, "disable", ""))).isTrue();
    assertThat(verdict.on(new Answer(500, null, null, "abort-message", "")).becomes())
        .isEqualTo(DeliveryStatus.FAILED);
    assertThat(verdict.isFarewell(new Answer(500, null, null, "abort-message", ""))).isFalse();
  }

  private static Answer answer(int status, String retryAfter) {
    return new Answer(status, retryAfter, "Sun, 22 Nov 2026 06:00:00 GMT", null, "");
  }
}
