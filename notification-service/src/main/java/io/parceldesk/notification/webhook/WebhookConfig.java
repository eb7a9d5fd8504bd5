package io.parceldesk.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far webhooks may reach, and how patient they are. */
@ConfigMapping(prefix = "parceldesk.webhooks")
interface WebhookConfig {
  /**
   * Whether endpoints may be at private and loopback addresses, and without TLS. For tests and for
   * installations that live inside one private network.
   */
  @WithDefault("false")
  boolean allowPrivateAddresses();

  /** How long an endpoint may take from the connection to the end of its answer. */
  @WithDefault("PT15S")
  Duration answerWithin();
}
