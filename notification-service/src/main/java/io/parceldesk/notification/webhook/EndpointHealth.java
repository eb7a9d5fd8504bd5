package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.webhook.EndpointAlerts.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Remembers since when an endpoint has only failed: after a day its outlet is warned, after five
 * days nothing is sent to it any more. A single success clears it.
 */
@ApplicationScoped
class EndpointHealth {
  private static final String WARN_AFTER = "24 hours";
  private static final String GIVE_UP_AFTER = "120 hours";

  private final Transactions transactions;
  private final Sql sql;
  private final WebhookEndpointRepository endpoints;
  private final DeliveryRepository deliveries;
  private final EndpointAlerts alerts;

  EndpointHealth(
      Transactions transactions,
      Sql sql,
      WebhookEndpointRepository endpoints,
      DeliveryRepository deliveries,
      EndpointAlerts alerts) {
    this.transactions = transactions;
    this.sql = sql;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.alerts = alerts;
  }

  void taken(UUID endpoint, boolean wasFailing) {
    if (wasFailing) {
      transactions.runNew(() -> forgive(endpoint));
    }
  }

  int forgive(UUID endpoint) {
    return sql.update(
        "update webhook_endpoint set failing_since = null, warned_at = null where id = ?",
        endpoint);
  }

  private record Failing(Instant since, boolean tooLong, boolean unwarned) {}

  /** False when the endpoint is not to be tried again. */
  boolean failed(UUID endpoint) {
    return transactions.runNew(
        () -> {
          sql.update(
              "update webhook_endpoint set failing_since = now() where id = ? and failing_since is"
                  + " null",
              endpoint);
          judge(endpoint, failing(endpoint));
          return endpoints.require(endpoint).isInService();
        });
  }

  /** The endpoint itself wants no more. */
  void farewell(UUID endpoint, String answer) {
    transactions.runNew(
        () -> {
          disable(endpoint, answer, failing(endpoint).since());
          return null;
        });
  }

  private void judge(UUID id, Failing failing) {
    if (failing.tooLong()) {
      disable(id, "failed for 120 hours", failing.since());
    } else if (failing.unwarned()) {
      var endpoint = endpoints.requireForChange(id);
      var first =
          sql.update(
              "update webhook_endpoint set warned_at = now() where id = ? and warned_at is null",
              id);
      if (first == 1) {
        alerts.tell(endpoint, Trouble.FAILING, failing.since());
      }
    }
  }

  /** Nor what waits behind this message. */
  private void disable(UUID id, String reason, Instant since) {
    WebhookEndpoint endpoint = endpoints.requireForChange(id);
    if (endpoint.disable(reason)) {
      deliveries.suppress(endpoint.lane(), "the endpoint was disabled");
      alerts.tell(endpoint, Trouble.DISABLED, since);
    }
  }

  /** {@code since} is now where it does not fail. */
  private Failing failing(UUID endpoint) {
    return sql.first(
            """
            select coalesce(failing_since, now()) as since,
                   coalesce(failing_since <= now() - ?::interval, false) as too_long,
                   coalesce(failing_since <= now() - ?::interval and warned_at is null, false)
                     as unwarned
              from webhook_endpoint where id = ?
            """,
            row ->
                new Failing(
                    SqlValue.instant(row, "since"),
                    row.getBoolean("too_long"),
                    row.getBoolean("unwarned")),
            GIVE_UP_AFTER,
            WARN_AFTER,
            endpoint)
        .orElseThrow();
  }
}
