package io.parceldesk.notification.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.DeliveryView;
import io.parceldesk.notification.FeedEvent;
import io.parceldesk.notification.FeedRepository;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.WebhookCatalogue;
import io.parceldesk.notification.WebhookEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Webhooks that a person asks for: a test event, and all that was missed since some time. */
@ApplicationScoped
class WebhookSending {
  static final String TEST_TYPE = "webhook.test";
  private static final String SOURCE = "/notification-service";
  private static final Duration LONGEST_AGO = Duration.ofDays(28);
  private static final Duration TEST_EXPIRES = Duration.ofHours(1);
  private static final Duration REDELIVERY_EXPIRES = Duration.ofDays(2);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final EndpointAccess access;
  private final EndpointLanes lanes;
  private final WebhookCatalogue catalogue;
  private final DeliveryRepository deliveries;
  private final DeliveryLog log;
  private final FeedRepository feeds;
  private final ObjectMapper json;

  WebhookSending(
      Transactions transactions,
      EndpointAccess access,
      EndpointLanes lanes,
      WebhookCatalogue catalogue,
      DeliveryRepository deliveries,
      DeliveryLog log,
      FeedRepository feeds,
      ObjectMapper json) {
    this.transactions = transactions;
    this.access = access;
    this.lanes = lanes;
    this.catalogue = catalogue;
    this.deliveries = deliveries;
    this.log = log;
    this.feeds = feeds;
    this.json = json;
  }

  /** Planned like any other message; {@code type} is null for the plain test event. */
  DeliveryView test(UUID id, String type) {
    return transactions.run(
        () -> {
          var endpoint = access.own(id);
          endpoint.require(WebhookEndpoint.TEST);
          var event = UUID.randomUUID().toString();
          var now = access.now();
          var body = testBody(endpoint, type, now);
          deliveries.plan(
              List.of(
                  delivery(
                      endpoint,
                      new FeedEvent(
                          endpoint.outlet(),
                          0,
                          SOURCE,
                          event,
                          type == null ? TEST_TYPE : type,
                          now,
                          null,
                          body),
                      now,
                      TEST_EXPIRES)));
          return log.justPlanned(endpoint.id(), SOURCE, event).orElseThrow();
        });
  }

  /**
   * How many messages are on their way again.
   *
   * @param failed those that had failed, expired or been suppressed
   * @param missed those that were never meant for this endpoint, as it was not active then
   */
  record Redelivered(int failed, int missed) {}

  /** Doing it again, as after a crash in the middle, sends nothing twice. */
  Redelivered redeliver(UUID id, Instant since) {
    var endpoint = transactions.run(() -> requireRedeliverable(id, since));
    var failed = transactions.run(() -> deliveries.planMissedAgain(id, since));
    var missed = 0;
    Missed some;
    do {
      some = transactions.run(() -> planMissed(endpoint, since));
      missed += some.planned();
    } while (some.found() == BATCH);
    lanes.forgive(endpoint.lane());
    return new Redelivered(failed, missed);
  }

  private WebhookEndpoint requireRedeliverable(UUID id, Instant since) {
    var endpoint = access.own(id);
    endpoint.require(WebhookEndpoint.REDELIVERY);
    var now = access.now();
    if (since.isAfter(now)) {
      throw new InvalidBody("/since", "must not be in the future");
    }
    if (since.isBefore(now.minus(LONGEST_AGO))) {
      throw new DomainException(
          422, "too-long-ago", "Messages of the last " + LONGEST_AGO.toDays() + " days are kept");
    }
    return endpoint;
  }

  /** The release before may have told some of what was found. */
  private record Missed(int found, int planned) {}

  private Missed planMissed(WebhookEndpoint endpoint, Instant since) {
    var now = access.now();
    var missed = feeds.missedBy(endpoint, since, BATCH);
    var planned =
        missed.stream().map(event -> delivery(endpoint, event, now, REDELIVERY_EXPIRES)).toList();
    return new Missed(missed.size(), deliveries.plan(planned));
  }

  /** An example of the catalogue, marked so that nobody takes it for a case. */
  private String testBody(WebhookEndpoint endpoint, String type, Instant now) {
    var body = json.createObjectNode();
    body.put("type", type == null ? TEST_TYPE : type);
    body.put("timestamp", now.toString());
    body.put("test", true);
    if (type == null) {
      body.putObject("data").put("endpoint", endpoint.id().toString());
    } else {
      body.set("data", example(type));
    }
    return body.toString();
  }

  private JsonNode example(String type) {
    return catalogue.types().stream()
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(() -> new InvalidBody("/eventType", "is not a type of GET /webhook-types"))
        .example();
  }

  private static PlannedDelivery delivery(
      WebhookEndpoint endpoint, FeedEvent event, Instant now, Duration expires) {
    return new PlannedDelivery(
        event.eventSource(),
        event.eventId(),
        "io.parceldesk." + event.type().replace('.', '-') + ".v1",
        event.at(),
        event.caseNumber(),
        endpoint.outlet(),
        "by-hand",
        null,
        "SUBSCRIBERS",
        MessageChannel.WEBHOOK,
        MessageClass.CRITICAL,
        endpoint.id().toString(),
        URI.create(endpoint.url()).getHost(),
        endpoint.lane(),
        null,
        now,
        now.plus(expires),
        null,
        new Message(endpoint.id().toString(), null, event.body(), null));
  }
}
