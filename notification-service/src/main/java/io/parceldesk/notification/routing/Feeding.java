package io.parceldesk.notification.routing;

import io.parceldesk.notification.FeedEvent;
import io.parceldesk.notification.FeedRepository;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.WebhookType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what subscribers are told into the feeds of the outlets concerned as well, whether they
 * have an endpoint or not.
 */
@ApplicationScoped
class Feeding {
  private final RoutingRules rules;
  private final WebhookBody bodies;
  private final FeedRepository feeds;

  Feeding(RoutingRules rules, WebhookBody bodies, FeedRepository feeds) {
    this.rules = rules;
    this.bodies = bodies;
    this.feeds = feeds;
  }

  /** Last in the transaction: it takes the lock that puts an outlet's events in order. */
  void feed(List<Happening> happenings) {
    var forSubscribers =
        rules.current().stream()
            .map(RoutingRules.Versioned::rule)
            .filter(rule -> rule.to() == Audience.SUBSCRIBERS)
            .toList();
    feeds.append(
        happenings.stream()
            .filter(
                happening ->
                    forSubscribers.stream()
                        .anyMatch(rule -> rule.appliesTo(happening.type(), happening.data())))
            .flatMap(this::entries)
            .toList());
  }

  private Stream<FeedEvent> entries(Happening happening) {
    var outlets = happening.outlets();
    if (outlets.isEmpty()) {
      return Stream.empty();
    }
    var meta = happening.meta();
    var body = bodies.of(happening);
    return outlets.stream()
        .map(
            outlet ->
                new FeedEvent(
                    outlet,
                    0,
                    meta.source(),
                    meta.id(),
                    WebhookType.of(meta.type()),
                    meta.time(),
                    happening.facts().number(),
                    body));
  }
}
