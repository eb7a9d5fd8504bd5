package io.parceldesk.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An address of an outlet's own systems that is told of its cases. */
@Entity
public class WebhookEndpoint {
  /** Whether it is written to. */
  public enum Status {
    ACTIVE,
    DISABLED
  }

  @Id private UUID id;
  @Version private long version;
  private String outlet;
  private String url;
  private String eventTypes;
  private String description;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String disabledReason;
  private Instant createdAt;
  private Instant failingSince;

  protected WebhookEndpoint() {}

  public WebhookEndpoint(
      String outlet, String url, List<String> eventTypes, String description, Instant now) {
    this.id = UUID.randomUUID();
    this.outlet = outlet;
    this.url = url;
    this.eventTypes = String.join(",", eventTypes);
    this.description = description;
    this.status = Status.ACTIVE;
    this.createdAt = now;
  }

  /** Whether it wants to hear of events of that type; without a choice it hears of all. */
  public boolean subscribesTo(String type) {
    return status == Status.ACTIVE && (eventTypes.isEmpty() || eventTypes().contains(type));
  }

  /** It is written to no more. Having been disabled before keeps the first reason. */
  public void disable(String reason) {
    if (status == Status.ACTIVE) {
      status = Status.DISABLED;
      disabledReason = reason;
    }
  }

  /** The lane in which its messages wait. */
  public String lane() {
    return MessageChannel.WEBHOOK.lane() + id;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String outlet() {
    return outlet;
  }

  public String url() {
    return url;
  }

  public List<String> eventTypes() {
    return eventTypes.isEmpty() ? List.of() : List.of(eventTypes.split(","));
  }

  public String description() {
    return description;
  }

  public Status status() {
    return status;
  }

  public String disabledReason() {
    return disabledReason;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
