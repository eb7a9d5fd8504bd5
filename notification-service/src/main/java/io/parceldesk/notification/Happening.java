package io.parceldesk.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.contracts.CaseFacts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An event of a case, with its data as rules and words look at it. */
public record Happening(EventMeta meta, CaseFacts facts, JsonNode data) {
  private static final int SUPERVISOR = 1;

  /** Such as complaint-escalated. */
  public String type() {
    return WebhookType.shortName(meta.type());
  }

  /** The sealed contacts of whose case it is, and of those whose cases were merged into it. */
  public List<String> contacts() {
    var merged = data.path("duplicates").findValuesAsText("contact").stream();
    return Stream.concat(Stream.ofNullable(text("/contact")), merged).toList();
  }

  /** The outlet that has to act, or null; a department that has to act stands for no outlet. */
  public String responsibleOutlet() {
    var owner = text("/owner/outlet");
    return owner != null || text("/owner/department") != null
        ? owner
        : Stream.of("/responsibleOutlet", "/outlet", "/case/outlet")
            .map(this::text)
            .filter(outlet -> outlet != null)
            .findFirst()
            .orElse(null);
  }

  /** The outlet that began a dispute, or null. */
  public String filingOutlet() {
    return text("/filingOutlet");
  }

  /**
   * The department that has to act, or null; an outlet that has to act stands for no department.
   */
  public String responsibleDepartment() {
    var owner = text("/owner/department");
    return owner != null || text("/owner/outlet") != null ? owner : text("/case/department");
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

  /** How high the matter has gone; of a deadline, its supervisors hear first. */
  public int level() {
    return data.at("/level").asInt(data.has("deadline") ? SUPERVISOR : 0);
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
