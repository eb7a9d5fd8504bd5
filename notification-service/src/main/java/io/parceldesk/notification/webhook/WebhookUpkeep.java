package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.WebhookKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What an outlet does with an endpoint that it has. */
@ApplicationScoped
class WebhookUpkeep {
  private final Transactions transactions;
  private final WebhookEndpointRepository endpoints;
  private final EndpointAccess access;
  private final EndpointKeys keys;
  private final EndpointHealth health;
  private final EndpointLanes lanes;

  WebhookUpkeep(
      Transactions transactions,
      WebhookEndpointRepository endpoints,
      EndpointAccess access,
      EndpointKeys keys,
      EndpointHealth health,
      EndpointLanes lanes) {
    this.transactions = transactions;
    this.endpoints = endpoints;
    this.access = access;
    this.keys = keys;
    this.health = health;
    this.lanes = lanes;
  }

  WebhookEndpoint pause(UUID id) {
    return transactions.run(
        () -> {
          var endpoint = access.ownForChange(id);
          endpoint.pause();
          endpoints.flush();
          return endpoint;
        });
  }

  /** What was held against it counts no more, so that it has five days again. */
  WebhookEndpoint resume(UUID id) {
    return transactions.run(
        () -> {
          health.forgive(id);
          var endpoint = access.ownForChange(id);
          endpoint.resume();
          endpoints.flush();
          lanes.forgive(endpoint.lane());
          return endpoint;
        });
  }

  WebhookKeys.Rotated rotate(UUID id) {
    return transactions.run(
        () -> {
          access.ownForChange(id).require(WebhookEndpoint.ROTATION);
          return keys.rotate(id);
        });
  }
}
