package io.parceldesk.notification;

import io.parceldesk.chassis.problem.DomainException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address of an outlet's own systems that is told of its cases, once it has proved by echoing a
 * challenge that it wants to be.
 */
@Entity
public class WebhookEndpoint {
  /** Whether it is written to. */
  public enum Status {
    /** It has not echoed a challenge yet. */
    PENDING,
    ACTIVE,
    /** Its outlet wants a break: messages wait for it. */
    PAUSED,
    /** It failed for too long or wants no more; nothing is kept for it. */
    DISABLED,
    /** Its outlet took it away; its log stays. */
    REMOVED
  }

  /** What its outlet does with it; the names are the ends of the routes. */
  public static final String VERIFICATION = "verification";

  public static final String PAUSE = "pause";
  public static final String RESUMPTION = "resumption";
  public static final String ROTATION = "secret-rotation";
  public static final String TEST = "test";
  public static final String REDELIVERY = "redelivery";

  /**
   * What its outlet may choose.
   *
   * @param eventTypes with full stops; empty for all
   * @param concurrency how many messages each replica sends to it at once
   * @param ratePerSecond how many messages a second each replica sends to it
   */
  public record Settings(
      String url,
      List<String> eventTypes,
      String description,
      int concurrency,
      int ratePerSecond) {}

  @Id private UUID id;
  @Version private long version;
  private String outlet;
  private String url;
  private String eventTypes;
  private String description;
  private int concurrency;
  private int ratePerSecond;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String disabledReason;
  private Instant createdAt;
  private Instant verifiedAt;
  private String verificationError;

  /** Written by every attempt's outcome, past this class and its version. */
  @Column(insertable = false, updatable = false)
  private Instant failingSince;

  protected WebhookEndpoint() {}

  public WebhookEndpoint(String outlet, Settings settings, Instant now) {
    this.id = UUID.randomUUID();
    this.outlet = outlet;
    this.status = Status.PENDING;
    this.createdAt = now;
    become(settings);
  }

  /** Whether it wants to hear of events of that type; without a choice it hears of all. */
  public boolean subscribesTo(String type) {
    return isInService() && (eventTypes.isEmpty() || eventTypes().contains(type));
  }

  /** Whether messages are kept for it, also during a pause. */
  public boolean isInService() {
    return status == Status.ACTIVE || status == Status.PAUSED;
  }

  public void become(Settings settings) {
    url = settings.url();
    eventTypes = String.join(",", settings.eventTypes());
    description = settings.description();
    concurrency = settings.concurrency();
    ratePerSecond = settings.ratePerSecond();
  }

  /** It has echoed the challenge; one that was no longer waiting stays as it is. */
  public void verified(Instant now) {
    verifiedAt = now;
    verificationError = null;
    if (status == Status.PENDING) {
      status = Status.ACTIVE;
    }
  }

  public void notVerified(String error) {
    if (status == Status.PENDING) {
      verificationError = error;
    }
  }

  public void pause() {
    require(PAUSE);
    status = Status.PAUSED;
  }

  public void resume() {
    require(RESUMPTION);
    status = Status.ACTIVE;
    disabledReason = null;
  }

  /** It is written to no more; false when it was not anyway. */
  public boolean disable(String reason) {
    if (!isInService()) {
      return false;
    }
    status = Status.DISABLED;
    disabledReason = reason;
    return true;
  }

  public void remove(String reason) {
    if (status != Status.REMOVED) {
      status = Status.REMOVED;
      disabledReason = reason;
    }
  }

  public List<String> allowedActions() {
    return switch (status) {
      case PENDING -> List.of(VERIFICATION, ROTATION);
      case ACTIVE -> List.of(PAUSE, ROTATION, TEST, REDELIVERY);
      case PAUSED, DISABLED -> List.of(RESUMPTION, ROTATION);
      case REMOVED -> List.of();
    };
  }

  /** 409 when the action is not for an endpoint in this state. */
  public void require(String action) {
    if (!allowedActions().contains(action)) {
      throw new DomainException(
              409, "illegal-transition", "An endpoint that is " + status + " allows no " + action)
          .with("status", status)
          .with("allowedActions", allowedActions());
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

  public int concurrency() {
    return concurrency;
  }

  public int ratePerSecond() {
    return ratePerSecond;
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

  public Instant verifiedAt() {
    return verifiedAt;
  }

  public String verificationError() {
    return verificationError;
  }

  public Instant failingSince() {
    return failingSince;
  }
}
