package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.notification.WebhookKeys;
import io.parceldesk.notification.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The keys that sign what endpoints get. */
@ApplicationScoped
class EndpointKeys {
  private final WebhookKeys keys;

  EndpointKeys(Sql sql, Seal seal) {
    this.keys = new WebhookKeys(sql, seal, "webhook_secret", "endpoint_id");
  }

  /** Those that sign now, the newest first. */
  List<WebhookSecret> of(UUID endpoint) {
    return keys.of(endpoint);
  }

  WebhookKeys.Rotated rotate(UUID endpoint) {
    return keys.rotate(endpoint);
  }
}
