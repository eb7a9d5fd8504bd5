package io.parceldesk.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.contracts.CaseFacts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An event of a case, with its data as rules and words look at it. */
public record Happening(EventMeta meta, CaseFacts facts, JsonNode data) {

  /** Such as complaint-escalated. */
  public String type() {
    return WebhookType.shortName(meta.type());
  }

  /** The sealed contact of whose case it is, or null. */
  public String contact() {
    return text("/contact");
  }

  /** The outlet that has to act, or null. */
  public String responsibleOutlet() {
    return Stream.of("/owner/outlet", "/responsibleOutlet", "/outlet", "/case/outlet")
        .map(this::text)
        .filter(outlet -> outlet != null)
        .findFirst()
        .orElse(null);
  }

  /** The outlet that began a dispute, or null. */
  public String filingOutlet() {
    return text("/filingOutlet");
  }

  /** The department that has to act, or null. */
  public String responsibleDepartment() {
    var owner = text("/owner/department");
    return owner == null ? text("/case/department") : owner;
  }

  /** Every outlet that the event is about. */
  public Set<String> outlets() {
    var outlets = new LinkedHashSet<String>();
    Stream.of("/case/outlet", "/owner/outlet", "/responsibleOutlet", "/filingOutlet", "/outlet")
        .map(this::text)
        .filter(outlet -> outlet != null)
        .forEach(outlets::add);
    return outlets;
  }

  public int level() {
    return data.at("/level").asInt();
  }

  /** When what it is about falls due, or null. */
  public Instant dueAt() {
    var due = Optional.ofNullable(text("/deadline/dueAt")).orElse(text("/collectBy"));
    return due == null ? null : Instant.parse(due);
  }

  /** Null for what is missing or null. */
  public String text(String pointer) {
    var node = data.at(pointer);
    return node.isTextual() ? node.asText() : null;
  }
}
