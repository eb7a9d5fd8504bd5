package io.parceldesk.notification.routing;

import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.QuietTime;

/**
 * One address that a message goes to.
 *
 * @param audience as it is shown, such as CUSTOMER or PEOPLE
 * @param outlet whose people may see the message, or null
 * @param key fingerprint of the address, or the id of a webhook endpoint
 * @param shown the address masked
 * @param obstacle why nothing can be sent there, or null
 * @param fallback where else to turn if nothing arrives there, or null
 */
record Recipient(
    String audience,
    String outlet,
    MessageChannel channel,
    String address,
    String key,
    String shown,
    String lane,
    String locale,
    QuietTime quietTime,
    String obstacle,
    Recipient fallback) {

  /** The same address, with another to turn to. */
  Recipient orElse(Recipient other) {
    return new Recipient(
        audience, outlet, channel, address, key, shown, lane, locale, quietTime, obstacle, other);
  }
}
