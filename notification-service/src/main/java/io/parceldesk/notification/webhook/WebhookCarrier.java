package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.WebhookEndpointRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Delivers signed webhooks as Standard Webhooks 1.0 says; every endpoint is a lane of its own. */
@ApplicationScoped
class WebhookCarrier implements Carrier, Carriers {
  private static final int WINDOW = 32;
  private static final int PER_ENDPOINT = 4;
  private static final int FAILURES_IN_A_ROW = 10;
  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final WebhookEndpointRepository endpoints;
  private final WebhookSecrets secrets;
  private final AddressGuard guard;
  private final WebhookClient client;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

  WebhookCarrier(
      Transactions transactions,
      DeliveryRepository deliveries,
      WebhookEndpointRepository endpoints,
      WebhookSecrets secrets,
      AddressGuard guard,
      WebhookClient client) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.secrets = secrets;
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
    return transactions.runNew(deliveries::webhookLanesDue);
  }

  @Override
  public int room(String lane) {
    return breaker(lane).room(PER_ENDPOINT);
  }

  private Breaker breaker(String lane) {
    return breakers.computeIfAbsent(
        lane, any -> new Breaker(FAILURES_IN_A_ROW, FIRST_REST, LONGEST_REST, clock));
  }

  private record Destination(String url, List<WebhookSecret> secrets) {}

  @Override
  public Outcome carry(Delivery delivery) {
    var verdict = new WebhookVerdict(delivery.attempt());
    try {
      var destination = destination(UUID.fromString(delivery.recipient()));
      var answer =
          client.post(
              guard.resolve(destination.url()),
              headers(delivery, destination.secrets()),
              delivery.message().text());
      if (verdict.isFarewell(answer)) {
        transactions.runNew(() -> disable(delivery.recipient(), answer.status()));
      }
      return judged(delivery, verdict.on(answer));
    } catch (WebhookUnreachable e) {
      return judged(delivery, verdict.on(e));
    }
  }

  private Outcome judged(Delivery delivery, Outcome outcome) {
    if (outcome instanceof Outcome.Sent) {
      breaker(delivery.lane()).succeeded();
    } else {
      breaker(delivery.lane()).failed();
    }
    return outcome;
  }

  private Destination destination(UUID endpoint) {
    return transactions.runNew(
        () -> new Destination(endpoints.require(endpoint).url(), secrets.of(endpoint)));
  }

  /** The id stays through all attempts; time and signatures are each attempt's own. */
  private Map<String, String> headers(Delivery delivery, List<WebhookSecret> secrets) {
    var id = "msg_" + delivery.id().toString().replace("-", "");
    var timestamp = clock.instant().getEpochSecond();
    var body = delivery.message().text();
    return Map.of(
        "content-type",
        "application/json",
        "user-agent",
        "parceldesk-webhooks/1",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        secrets.stream()
            .map(secret -> secret.sign(id, timestamp, body))
            .collect(Collectors.joining(" ")));
  }

  /** The endpoint wants no more: neither this nor what waits behind it. */
  private int disable(String endpoint, int status) {
    endpoints.require(UUID.fromString(endpoint)).disable("answered " + status);
    return deliveries.suppress(
        MessageChannel.WEBHOOK.lane() + endpoint, "the endpoint was disabled");
  }
}
