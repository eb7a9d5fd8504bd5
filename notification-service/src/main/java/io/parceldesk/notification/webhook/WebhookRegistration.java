package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import io.parceldesk.notification.WebhookSecret;
import io.parceldesk.notification.WebhookType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Outlets say where they want to hear of their cases. */
@ApplicationScoped
class WebhookRegistration {
  private static final int MOST_PER_OUTLET = 10;

  private final Transactions transactions;
  private final WebhookEndpointRepository endpoints;
  private final OutletRepository outlets;
  private final DeliveryRepository deliveries;
  private final EndpointKeys keys;
  private final EndpointAccess access;
  private final WebhookVerification verification;
  private final AddressGuard guard;

  WebhookRegistration(
      Transactions transactions,
      WebhookEndpointRepository endpoints,
      OutletRepository outlets,
      DeliveryRepository deliveries,
      EndpointKeys keys,
      EndpointAccess access,
      WebhookVerification verification,
      AddressGuard guard) {
    this.transactions = transactions;
    this.endpoints = endpoints;
    this.outlets = outlets;
    this.deliveries = deliveries;
    this.keys = keys;
    this.access = access;
    this.verification = verification;
    this.guard = guard;
  }

  /** An endpoint with the key that signs what it will get, which is shown only now. */
  record Registered(WebhookEndpoint endpoint, WebhookSecret secret) {}

  /** Active at once where the endpoint repeats the challenge, else PENDING until it does. */
  Registered register(WebhookEndpointForm form) {
    if (form.outlet() == null || form.outlet().isBlank()) {
      throw new InvalidBody("/outlet", "is required");
    }
    access.require(form.outlet());
    requireSound(form);
    var registered = transactions.run(() -> stored(form));
    return new Registered(verification.tryOnce(registered.endpoint().id()), registered.secret());
  }

  WebhookEndpoint find(UUID id) {
    return transactions.run(() -> access.own(id));
  }

  /** The caller's own outlet's where the caller is an outlet. */
  List<WebhookEndpoint> list(String outlet, ListCursor after, int rows) {
    var only = access.outlet(outlet);
    return transactions.run(() -> endpoints.page(only, after.key(), after.id(), rows));
  }

  /** Where it moves to another URL, that one has to repeat the challenge first. */
  WebhookEndpoint change(UUID id, IfMatch ifMatch, WebhookEndpointForm form) {
    var current = transactions.run(() -> changeable(access.own(id), ifMatch, form));
    requireSound(form);
    if (current.verifiedAt() != null && !current.url().equals(form.url())) {
      verification.require(id, form.url());
    }
    var changed = transactions.run(() -> changed(id, ifMatch, form));
    return changed.status() == WebhookEndpoint.Status.PENDING ? verification.tryOnce(id) : changed;
  }

  void remove(UUID id) {
    transactions.run(
        () -> {
          var endpoint = access.ownForChange(id);
          endpoint.remove("removed by " + access.who());
          return deliveries.suppress(endpoint.lane(), "the endpoint was removed");
        });
  }

  private Registered stored(WebhookEndpointForm form) {
    if (outlets.byCode(form.outlet()).isEmpty()) {
      throw new DomainException(422, "unknown-outlet", "The directory has no such outlet");
    }
    outlets.requireForChange(form.outlet()); // two at once would pass the limit together
    requireRoom(form);
    var endpoint = new WebhookEndpoint(form.outlet(), form.toSettings(), access.now());
    endpoints.persistAndFlush(endpoint);
    return new Registered(endpoint, keys.rotate(endpoint.id()).secret());
  }

  private WebhookEndpoint changed(UUID id, IfMatch ifMatch, WebhookEndpointForm form) {
    var endpoint = changeable(access.ownForChange(id), ifMatch, form);
    if (!endpoint.url().equals(form.url())) {
      requireNew(endpoint.outlet(), form.url());
    }
    endpoint.become(form.toSettings());
    endpoints.flush();
    return endpoint;
  }

  private static WebhookEndpoint changeable(
      WebhookEndpoint endpoint, IfMatch ifMatch, WebhookEndpointForm form) {
    if (endpoint.status() == WebhookEndpoint.Status.REMOVED) {
      throw DomainException.notFound("Webhook endpoint " + endpoint.id());
    }
    IfMatch.required(ifMatch).require(endpoint.version());
    if (form.outlet() != null && !Objects.equals(form.outlet(), endpoint.outlet())) {
      throw new InvalidBody("/outlet", "cannot change; register another endpoint");
    }
    return endpoint;
  }

  private void requireSound(WebhookEndpointForm form) {
    for (var i = 0; i < form.types().size(); i++) {
      if (!WebhookType.catalogue().contains(form.types().get(i))) {
        throw new InvalidBody("/eventTypes/" + i, "is not a type of GET /webhook-types");
      }
    }
    try {
      guard.resolve(form.url());
    } catch (WebhookUnreachable e) {
      throw new DomainException(422, "bad-webhook-url", "The URL is refused: " + e.getMessage());
    }
  }

  private void requireRoom(WebhookEndpointForm form) {
    requireNew(form.outlet(), form.url());
    if (endpoints.keptBy(form.outlet()).size() >= MOST_PER_OUTLET) {
      throw new DomainException(
          422, "too-many-endpoints", "An outlet has " + MOST_PER_OUTLET + " endpoints at most");
    }
  }

  private void requireNew(String outlet, String url) {
    if (endpoints.keptBy(outlet).stream().anyMatch(kept -> kept.url().equals(url))) {
      throw new DomainException(
          409, "duplicate-endpoint", "The outlet has registered this URL before");
    }
  }
}
