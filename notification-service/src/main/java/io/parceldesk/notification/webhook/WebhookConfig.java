package io.parceldesk.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far webhooks may reach. */
@ConfigMapping(prefix = "parceldesk.webhooks")
interface WebhookConfig {
  /**
   * Whether endpoints may be at private and loopback addresses, and without TLS. For tests and for
   * installations that live inside one private network.
   */
  @WithDefault("false")
  boolean allowPrivateAddresses();
}
