package io.parceldesk.notification.routing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param enabled a rule that is not tells nobody
 * @param event such as complaint-escalated, or an asterisk for every event of a case
 * @param when the values that the event's data must have, by path such as deadline.nature
 * @param unless the values that it must not have, by path
 * @param message key of the words; null for webhooks, which carry the event itself
 * @param purpose which contact points of an outlet are meant
 * @param expires how long after its first attempt a message is still worth sending
 * @param fallback EMAIL where it shall be tried when an SMS does not arrive, else null
 * @param digest what becomes too much for a recipient is told in one message, or null
 * @param limit what becomes too much for a recipient is not sent, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoutingRule(
    String id,
    Boolean enabled,
    String event,
    Map<String, List<String>> when,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> unless,
    Audience to,
    List<MessageChannel> by,
    String message,
    @JsonProperty("class") MessageClass messageClass,
    Purpose purpose,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration expires,
    MessageChannel fallback,
    Pace digest,
    Pace limit) {
  static final String ANY = "*";

  /** So many messages to one recipient by one channel within any such time. */
  record Pace(int messages, @JsonFormat(shape = JsonFormat.Shape.STRING) Duration within) {}

  RoutingRule {
    enabled = enabled == null || enabled;
    when = when == null ? Map.of() : when;
    unless = unless == null ? Map.of() : unless;
    purpose = purpose == null ? Purpose.GENERAL : purpose;
  }

  RoutingRule called(String name) {
    return new RoutingRule(
        name,
        enabled,
        event,
        when,
        unless,
        to,
        by,
        message,
        messageClass,
        purpose,
        expires,
        fallback,
        digest,
        limit);
  }

  boolean appliesTo(String type, JsonNode data) {
    return enabled
        && (event.equals(ANY) || event.equals(type))
        && when.entrySet().stream().allMatch(wanted -> holds(wanted, data))
        && unless.entrySet().stream().noneMatch(unwanted -> holds(unwanted, data));
  }

  boolean isPaced() {
    return digest != null || limit != null;
  }

  private static boolean holds(Map.Entry<String, List<String>> condition, JsonNode data) {
    var path = "/" + condition.getKey().replace('.', '/');
    return condition.getValue().contains(data.at(path).asText());
  }
}
