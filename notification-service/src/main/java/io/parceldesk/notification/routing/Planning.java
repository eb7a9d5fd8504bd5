package io.parceldesk.notification.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.CaseEvent;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides, in the transaction that takes events in, what has to be told to whom and when. */
@ApplicationScoped
class Planning {
  private final RoutingRules rules;
  private final Recipients recipients;
  private final Composing composing;
  private final DeliveryRepository deliveries;
  private final Feeding feeding;
  private final ObjectMapper json;
  private final Sql sql;
  private final boolean quietHours;

  Planning(
      RoutingRules rules,
      Recipients recipients,
      Composing composing,
      DeliveryRepository deliveries,
      Feeding feeding,
      ObjectMapper json,
      Sql sql,
      @ConfigProperty(name = "parceldesk.quiet-hours.enabled", defaultValue = "true")
          boolean quietHours) {
    this.rules = rules;
    this.recipients = recipients;
    this.composing = composing;
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
    var happenings = events.stream().map(this::happening).toList();
    var book = recipients.bookFor(happenings);
    var now = now();
    deliveries.plan(happenings.stream().flatMap(h -> plan(h, book, now).stream()).toList());
    feeding.feed(happenings);
  }

  private Happening happening(ReceivedEvent<? extends CaseEvent> received) {
    return new Happening(
        received.meta(), received.event().facts(), json.valueToTree(received.event()));
  }

  private List<PlannedDelivery> plan(Happening happening, Recipients.Book book, Instant now) {
    return rules.current().stream()
        .filter(versioned -> versioned.rule().appliesTo(happening.type(), happening.data()))
        .flatMap(
            versioned ->
                recipients.of(versioned.rule(), happening, book).stream()
                    .map(to -> delivery(versioned, happening, to, book, now)))
        .toList();
  }

  private PlannedDelivery delivery(
      RoutingRules.Versioned versioned,
      Happening happening,
      Recipient to,
      Recipients.Book book,
      Instant now) {
    var rule = versioned.rule();
    var outletName = book.nameOf(happening.responsibleOutlet(), String.valueOf(to.locale()));
    var composed = composing.compose(rule, happening, to, outletName);
    var firstAttemptAt = firstAttemptAt(rule, happening, to, now);
    var meta = happening.meta();
    return new PlannedDelivery(
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
        composed.message());
  }

  /** Service messages wait for the end of quiet hours, but for what falls due the same day. */
  private Instant firstAttemptAt(RoutingRule rule, Happening happening, Recipient to, Instant now) {
    if (!quietHours || rule.messageClass() == MessageClass.CRITICAL || to.quietTime() == null) {
      return now;
    }
    var zone = to.quietTime().zone();
    var due = happening.dueAt();
    var dueToday =
        due != null
            && due.isAfter(now)
            && due.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return dueToday ? now : to.quietTime().firstMomentFrom(now);
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }
}
