package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.WebhookType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Outlets say where they want to hear of their cases. */
@ApplicationScoped
class WebhookRegistration {
  private final Transactions transactions;
  private final WebhookEndpointRepository endpoints;
  private final OutletRepository outlets;
  private final WebhookSecrets secrets;
  private final AddressGuard guard;
  private final CurrentCaller caller;
  private final Sql sql;

  WebhookRegistration(
      Transactions transactions,
      WebhookEndpointRepository endpoints,
      OutletRepository outlets,
      WebhookSecrets secrets,
      AddressGuard guard,
      CurrentCaller caller,
      Sql sql) {
    this.transactions = transactions;
    this.endpoints = endpoints;
    this.outlets = outlets;
    this.secrets = secrets;
    this.guard = guard;
    this.caller = caller;
    this.sql = sql;
  }

  /** A new endpoint with the key that signs what it will get, which is shown only now. */
  record Registered(WebhookEndpoint endpoint, WebhookSecret secret) {}

  Registered register(WebhookEndpointForm form) {
    caller.get().requireAccessTo(form.outlet());
    requireKnown(form.types());
    requireReachable(form.url());
    return transactions.run(
        () -> {
          requireNew(form);
          var endpoint =
              new WebhookEndpoint(
                  form.outlet(), form.url(), form.types(), form.description(), now());
          var secret = WebhookSecret.random();
          endpoints.persistAndFlush(endpoint);
          secrets.add(endpoint.id(), secret);
          return new Registered(endpoint, secret);
        });
  }

  WebhookEndpoint find(UUID id) {
    return transactions.run(() -> own(id));
  }

  /** The caller's own outlet's where the caller is an outlet. */
  List<WebhookEndpoint> list(String outlet, int rows) {
    var asking = caller.get();
    var only = asking.isOutletOnly() ? String.valueOf(asking.outlet()) : outlet;
    return transactions.run(() -> endpoints.ofOutlet(only, rows));
  }

  void remove(UUID id) {
    transactions.run(
        () -> {
          own(id).disable("removed by " + caller.get().name());
          return null;
        });
  }

  private WebhookEndpoint own(UUID id) {
    var endpoint = endpoints.require(id);
    caller.get().requireAccessTo(endpoint.outlet());
    return endpoint;
  }

  private static void requireKnown(List<String> types) {
    for (var i = 0; i < types.size(); i++) {
      if (!WebhookType.catalogue().contains(types.get(i))) {
        throw new InvalidBody("/eventTypes/" + i, "is not a type of event");
      }
    }
  }

  private void requireReachable(String url) {
    try {
      guard.resolve(url);
    } catch (WebhookUnreachable e) {
      throw new DomainException(422, "bad-webhook-url", "The URL is refused: " + e.getMessage());
    }
  }

  private void requireNew(WebhookEndpointForm form) {
    if (outlets.byCode(form.outlet()).isEmpty()) {
      throw new DomainException(422, "unknown-outlet", "The directory has no such outlet");
    }
    if (endpoints.activeOf(List.of(form.outlet())).stream()
        .anyMatch(endpoint -> endpoint.url().equals(form.url()))) {
      throw new DomainException(
          409, "duplicate-endpoint", "The outlet has registered this URL before");
    }
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }
}
