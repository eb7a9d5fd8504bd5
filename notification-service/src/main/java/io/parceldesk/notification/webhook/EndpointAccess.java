package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Endpoints as far as they are the caller's business. Part of the current transaction. */
@ApplicationScoped
class EndpointAccess {
  private final WebhookEndpointRepository endpoints;
  private final CurrentCaller caller;
  private final Sql sql;

  EndpointAccess(WebhookEndpointRepository endpoints, CurrentCaller caller, Sql sql) {
    this.endpoints = endpoints;
    this.caller = caller;
    this.sql = sql;
  }

  WebhookEndpoint own(UUID id) {
    return checked(endpoints.require(id));
  }

  /** Whoever changes it too waits. */
  WebhookEndpoint ownForChange(UUID id) {
    return checked(endpoints.requireForChange(id));
  }

  /** The one outlet whose rows the caller may see, or the one asked for, or null for all. */
  String outlet(String asked) {
    var asking = caller.get();
    if (asked != null) {
      asking.requireAccessTo(asked);
    }
    return asking.isOutletOnly() ? String.valueOf(asking.outlet()) : asked;
  }

  void require(String outlet) {
    caller.get().requireAccessTo(outlet);
  }

  String who() {
    return caller.get().name();
  }

  Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }

  private WebhookEndpoint checked(WebhookEndpoint endpoint) {
    caller.get().requireAccessTo(endpoint.outlet());
    return endpoint;
  }
}
