package io.parceldesk.notification.webhook;

import io.parceldesk.notification.WebhookSecret;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The headers of Standard Webhooks 1.0. The id stays through all attempts; time and signatures are
 * each attempt's own, one signature for each key that is good.
 */
final class SignedHeaders {
  private SignedHeaders() {}

  static Map<String, String> of(
      String id, long timestamp, String body, List<WebhookSecret> secrets) {
    return Map.of(
        "content-type",
        "application/json",
        "user-agent",
        "parceldesk-webhooks/1",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        secrets.stream()
            .map(secret -> secret.sign(id, timestamp, body))
            .collect(Collectors.joining(" ")));
  }
}
