package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
  @Test
  void signsTheReferenceVector() {
    var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    var signature =
        secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWhatThePublishedLibraryVerifies() {
    var secret = WebhookSecret.random();
    var body = "{\"type\":\"complaint.escalated\",\"data\":{\"outlet\":\"广州\"}}";
    var now = Instant.now().getEpochSecond();

    var headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of(secret.sign("msg_1", now, body))),
            (name, value) -> true);

    assertThatCode(() -> new Webhook(secret.text()).verify(body, headers))
        .doesNotThrowAnyException();
  }

  @Test
  void hasThirtyTwoRandomBytes() {
    var text = WebhookSecret.random().text();

    assertThat(Base64.getDecoder().decode(text.substring("whsec_".length()))).hasSize(32);
    assertThat(WebhookSecret.random().text()).isNotEqualTo(text);
  }

  @Test
  void keepsItselfOutOfLogs() {
    assertThat(WebhookSecret.random()).hasToString("whsec_…");
  }
}
