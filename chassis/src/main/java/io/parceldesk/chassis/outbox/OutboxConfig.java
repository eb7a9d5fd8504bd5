package io.parceldesk.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Switches of the relay. */
@ConfigMapping(prefix = "parceldesk.outbox")
interface OutboxConfig {
  /** Off in replicas that must not send. */
  @WithDefault("true")
  boolean relay();

  /** The topics that the service sends to. */
  List<String> topics();
}
