package io.parceldesk.notification.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Which event is told to whom by which channels.
 *
 * @param event such as complaint-escalated, or an asterisk for every event of a case
 * @param when the values that the event's data must have, by path such as deadline.nature
 * @param message key of the words; null for webhooks, which carry the event itself
 * @param purpose which contact points of an outlet are meant
 * @param expires how long after its first attempt a message is still worth sending
 */
record RoutingRule(
    String id,
    String event,
    Map<String, List<String>> when,
    Audience to,
    List<MessageChannel> by,
    String message,
    @JsonProperty("class") MessageClass messageClass,
    Purpose purpose,
    Duration expires) {
  private static final String ANY = "*";

  RoutingRule {
    when = when == null ? Map.of() : when;
    purpose = purpose == null ? Purpose.GENERAL : purpose;
  }

  boolean appliesTo(String type, JsonNode data) {
    return (event.equals(ANY) || event.equals(type))
        && when.entrySet().stream()
            .allMatch(wanted -> wanted.getValue().contains(textAt(data, wanted.getKey())));
  }

  private static String textAt(JsonNode data, String path) {
    return data.at("/" + path.replace('.', '/')).asText();
  }
}
