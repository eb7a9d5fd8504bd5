package io.parceldesk.notification.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.CaseEvent;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Fallback;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.PlannedDelivery.Links;
import io.parceldesk.notification.PreferenceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides, in the transaction that takes events in, what has to be told to whom and when. */
@ApplicationScoped
class Planning {
  private final RoutingRules rules;
  private final Recipients recipients;
  private final Composing composing;
  private final PreferenceRepository preferences;
  private final Gates gates;
  private final DeliveryRepository deliveries;
  private final Feeding feeding;
  private final ObjectMapper json;
  private final Sql sql;
  private final boolean quietHours;

  Planning(
      RoutingRules rules,
      Recipients recipients,
      Composing composing,
      PreferenceRepository preferences,
      Gates gates,
      DeliveryRepository deliveries,
      Feeding feeding,
      ObjectMapper json,
      Sql sql,
      @ConfigProperty(name = "parceldesk.quiet-hours.enabled", defaultValue = "true")
          boolean quietHours) {
    this.rules = rules;
    this.recipients = recipients;
    this.composing = composing;
    this.preferences = preferences;
    this.gates = gates;
    this.deliveries = deliveries;
    this.feeding = feeding;
    this.json = json;
    this.sql = sql;
    this.quietHours = quietHours;
  }

  <E extends CaseEvent> void plan(List<ReceivedEvent<E>> events) {
    if (events.isEmpty()) {
      return;
    }
    var now = now();
    var happenings = happenings(events);
    var wanted = wanted(happenings, rules.current(), now);
    deliveries.plan(gates.pass(wanted, now).stream().map(Wanted::delivery).toList());
    feeding.feed(happenings);
  }

  List<Happening> happenings(Collection<? extends ReceivedEvent<? extends CaseEvent>> events) {
    return events.stream()
        .map(
            received ->
                new Happening(
                    received.meta(), received.event().facts(), json.valueToTree(received.event())))
        .toList();
  }

  /** What the rules ask for; what the recipients do not want is suppressed. */
  List<Wanted> wanted(List<Happening> happenings, List<RoutingRules.Versioned> rules, Instant now) {
    var book = recipients.bookFor(happenings);
    Set<List<String>> spokenTo = new HashSet<>();
    var wanted =
        happenings.stream()
            .flatMap(happening -> wanted(happening, rules, book, now).stream())
            .filter(each -> spokenTo.add(each.delivery().key())) // the first rule speaks
            .toList();
    return respectingPreferences(wanted);
  }

  private List<Wanted> wanted(
      Happening happening, List<RoutingRules.Versioned> rules, Recipients.Book book, Instant now) {
    return rules.stream()
        .filter(versioned -> versioned.rule().appliesTo(happening.type(), happening.data()))
        .flatMap(
            versioned ->
                recipients.of(versioned.rule(), happening, book).stream()
                    .map(to -> wanted(versioned, happening, to, book, now)))
        .toList();
  }

  private List<Wanted> respectingPreferences(List<Wanted> wanted) {
    var objections = preferences.objections(wanted.stream().map(Wanted::delivery).toList());
    return wanted.stream()
        .map(
            each -> {
              var objection = objections.get(each.delivery().key());
              return objection == null || each.isSuppressed()
                  ? each
                  : each.as(delivery -> delivery.suppressedFor(objection));
            })
        .toList();
  }

  private Wanted wanted(
      RoutingRules.Versioned versioned,
      Happening happening,
      Recipient to,
      Recipients.Book book,
      Instant now) {
    var rule = versioned.rule();
    var composed = compose(rule, happening, to, book);
    var dueToday = isDueToday(happening, to, now);
    var firstAttemptAt = dueToday ? now : firstAttemptAt(rule, to, now);
    var meta = happening.meta();
    var delivery =
        new PlannedDelivery(
            meta.source(),
            meta.id(),
            meta.type(),
            meta.time(),
            happening.facts().number(),
            to.outlet(),
            versioned.name(),
            composed.template(),
            to.audience(),
            to.channel(),
            rule.messageClass(),
            to.key(),
            to.shown(),
            to.lane(),
            to.obstacle(),
            firstAttemptAt,
            firstAttemptAt.plus(rule.expires()),
            composed.smsParts(),
            composed.message(),
            new Links(null, null, null, fallback(rule, happening, to, book), meta.traceparent()));
    return new Wanted(rule, delivery, to.locale(), to.quietTime(), dueToday);
  }

  private Composing.Composed compose(
      RoutingRule rule, Happening happening, Recipient to, Recipients.Book book) {
    var named = rule.to() == Audience.FILING_OUTLET ? to.outlet() : happening.responsibleOutlet();
    return composing.compose(rule, happening, to, book.nameOf(named, String.valueOf(to.locale())));
  }

  private Fallback fallback(
      RoutingRule rule, Happening happening, Recipient to, Recipients.Book book) {
    var other = to.fallback();
    if (other == null) {
      return null;
    }
    var composed = compose(rule, happening, other, book);
    return new Fallback(
        other.key(),
        other.shown(),
        composed.template(),
        other.quietTime(),
        rule.expires(),
        composed.message());
  }

  /** Service messages wait for the end of quiet hours; commercial ones keep to the law's too. */
  private Instant firstAttemptAt(RoutingRule rule, Recipient to, Instant now) {
    if (rule.messageClass() == MessageClass.CRITICAL || to.quietTime() == null) {
      return now;
    }
    if (rule.messageClass() == MessageClass.MARKETING) {
      return to.quietTime().firstCommercialMomentFrom(now);
    }
    return quietHours ? to.quietTime().firstMomentFrom(now) : now;
  }

  /** What falls due the same day is told at once. */
  private static boolean isDueToday(Happening happening, Recipient to, Instant now) {
    var due = happening.dueAt();
    if (due == null || to.quietTime() == null || !due.isAfter(now)) {
      return false;
    }
    var zone = to.quietTime().zone();
    return due.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
  }

  Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }
}
