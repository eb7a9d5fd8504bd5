package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.WebhookEndpoint.Status;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.WebhookId;
import io.parceldesk.notification.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Delivers signed webhooks as Standard Webhooks 1.0 says; every endpoint is a lane of its own. */
@ApplicationScoped
class WebhookCarrier implements Carrier, Carriers {
  static final int WINDOW = 128;

  private final Transactions transactions;
  private final WebhookEndpointRepository endpoints;
  private final EndpointKeys keys;
  private final EndpointLanes lanes;
  private final EndpointHealth health;
  private final AddressGuard guard;
  private final WebhookClient client;
  private final Clock clock = Clock.systemUTC();

  WebhookCarrier(
      Transactions transactions,
      WebhookEndpointRepository endpoints,
      EndpointKeys keys,
      EndpointLanes lanes,
      EndpointHealth health,
      AddressGuard guard,
      WebhookClient client) {
    this.transactions = transactions;
    this.endpoints = endpoints;
    this.keys = keys;
    this.lanes = lanes;
    this.health = health;
    this.guard = guard;
    this.client = client;
  }

  @Override
  public List<Carrier> carriers() {
    return List.of(this);
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public List<String> lanes() {
    return lanes.due();
  }

  @Override
  public int room(String lane) {
    return lanes.room(lane);
  }

  private record Destination(
      UUID endpoint, Status status, String url, boolean failing, List<WebhookSecret> secrets) {}

  @Override
  public Outcome carry(Delivery delivery) {
    var destination = destination(UUID.fromString(delivery.recipient()));
    if (destination.status() != Status.ACTIVE) {
      return Outcome.postponed(); // paused or ended since it was taken; its lane decides
    }
    var startedAt = clock.instant();
    lanes.started(delivery.lane());
    var taken = false;
    try {
      var outcome = posted(delivery, destination);
      taken = outcome instanceof Outcome.Sent;
      return outcome;
    } finally {
      lanes.finished(delivery.lane(), taken, Duration.between(startedAt, clock.instant()));
    }
  }

  private Outcome posted(Delivery delivery, Destination destination) {
    var verdict = new WebhookVerdict(delivery.attemptOfSchedule());
    var outcome = answered(delivery, destination, verdict);
    if (outcome instanceof Outcome.Sent) {
      health.taken(destination.endpoint(), destination.failing());
      return outcome;
    }
    return health.failed(destination.endpoint())
        ? outcome
        : Outcome.refused(outcome.code(), outcome.error());
  }

  private Outcome answered(Delivery delivery, Destination destination, WebhookVerdict verdict) {
    try {
      var body = delivery.message().text();
      var answer =
          client.post(
              guard.resolve(destination.url()),
              SignedHeaders.of(
                  WebhookId.of(delivery.eventSource(), delivery.eventId()),
                  clock.instant().getEpochSecond(),
                  body,
                  destination.secrets()),
              body);
      if (verdict.isFarewell(answer)) {
        health.farewell(destination.endpoint(), "answered " + answer.status());
      }
      return verdict.on(answer);
    } catch (WebhookUnreachable e) {
      return verdict.on(e);
    }
  }

  private Destination destination(UUID id) {
    return transactions.runNew(
        () -> {
          var endpoint = endpoints.require(id);
          return new Destination(
              id, endpoint.status(), endpoint.url(), endpoint.failingSince() != null, keys.of(id));
        });
  }
}
