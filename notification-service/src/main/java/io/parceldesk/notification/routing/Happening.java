package io.parceldesk.notification.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.notification.WebhookType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** An event of a case, with its data as rules and words look at it. */
record Happening(EventMeta meta, CaseFacts facts, JsonNode data) {

  /** Such as complaint-escalated. */
  String type() {
    return WebhookType.shortName(meta.type());
  }

  /** The sealed contact of whose case it is, or null. */
  String contact() {
    return text("/contact");
  }

  /** The outlet that has to act, or null. */
  String responsibleOutlet() {
    return Stream.of("/owner/outlet", "/responsibleOutlet", "/case/outlet")
        .map(this::text)
        .filter(outlet -> outlet != null)
        .findFirst()
        .orElse(null);
  }

  /** Every outlet that the event is about. */
  Set<String> outlets() {
    var outlets = new LinkedHashSet<String>();
    Stream.of("/case/outlet", "/owner/outlet", "/responsibleOutlet", "/filingOutlet", "/outlet")
        .map(this::text)
        .filter(outlet -> outlet != null)
        .forEach(outlets::add);
    return outlets;
  }

  int level() {
    return data.at("/level").asInt();
  }

  /** When what it is about falls due, or null. */
  Instant dueAt() {
    var due = text("/deadline/dueAt");
    return due == null ? null : Instant.parse(due);
  }

  /** Null for what is missing or null. */
  String text(String pointer) {
    var node = data.at(pointer);
    return node.isTextual() ? node.asText() : null;
  }
}
