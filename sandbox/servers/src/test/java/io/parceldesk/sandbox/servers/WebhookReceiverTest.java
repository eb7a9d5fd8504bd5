package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.parceldesk.sandbox.servers.Webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {
  private static final String OUTLET = "LLT-GZ-01";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY = "{\"type\":\"complaint.escalated\",\"data\":{\"level\":1}}";

  private final WebhookReceiver receiver = WebhookReceiver.start(0);

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void verifiesWhatAPublishedLibrarySigned() throws Exception {
    receiver.trust(OUTLET, SECRET);

    var response = post(BODY, new Webhook(SECRET));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(receiver.webhooksTo(OUTLET))
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.signature()).isEqualTo(Signature.VALID);
              assertThat(webhook.type()).isEqualTo("complaint.escalated");
              assertThat(webhook.id()).isEqualTo("msg_1");
              assertThat(webhook.body()).isEqualTo(BODY);
            });
  }

  @Test
  void seesAForeignSignature() throws Exception {
    receiver.trust(OUTLET, SECRET);

    post(BODY, new Webhook("whsec_" + "QUJD".repeat(8)));

    assertThat(receiver.webhooks())
        .singleElement()
        .satisfies(webhook -> assertThat(webhook.signature()).isEqualTo(Signature.INVALID));
  }

  @Test
  void answersOtherwiseWhenTold() throws Exception {
    receiver.answer(OUTLET, 503, Map.of("Retry-After", "7"));

    var response = post(BODY, new Webhook(SECRET));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(receiver.webhooks())
        .singleElement()
        .satisfies(webhook -> assertThat(webhook.signature()).isEqualTo(Signature.UNKNOWN));
  }

  @Test
  void echoesAChallenge() throws Exception {
    var response =
        post(
            "{\"type\":\"webhook.verification\",\"data\":{\"challenge\":\"c1\"}}",
            new Webhook(SECRET));

    assertThat(response.body()).isEqualTo("{\"challenge\":\"c1\"}");
    assertThat(receiver.challengesTo(OUTLET)).hasSize(1);
    assertThat(receiver.webhooksTo(OUTLET)).isEmpty();
  }

  private HttpResponse<String> post(String body, Webhook signer) throws Exception {
    var seconds = Instant.now().getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create(receiver.url(OUTLET)))
            .header("webhook-id", "msg_1")
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", signer.sign("msg_1", seconds, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
