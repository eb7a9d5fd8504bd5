package io.parceldesk.notification.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.WebhookData;
import jakarta.enterprise.context.ApplicationScoped;

/** What a webhook tells: {@code {"type", "timestamp", "data"}}. */
@ApplicationScoped
class WebhookBody {
  private final WebhookData data;
  private final ObjectMapper json;

  WebhookBody(WebhookData data, ObjectMapper json) {
    this.data = data;
    this.json = json;
  }

  String of(Happening happening) {
    var body = json.createObjectNode();
    body.put("type", happening.type().replace('-', '.'));
    body.put("timestamp", happening.meta().time().toString());
    body.set("data", data.of(happening.data()));
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
