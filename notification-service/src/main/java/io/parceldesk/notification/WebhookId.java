package io.parceldesk.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The {@code webhook-id} of an event: the same in every attempt, at every endpoint of an outlet and
 * in the feed, so that a receiver recognises what it has had.
 */
public final class WebhookId {
  private WebhookId() {}

  public static String of(String eventSource, String eventId) {
    var name = (eventSource + "\n" + eventId).getBytes(StandardCharsets.UTF_8);
    return "msg_" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }
}
