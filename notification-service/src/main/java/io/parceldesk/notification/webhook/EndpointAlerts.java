package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.MailLayout;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Outlet;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.Purpose;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Writes to those who look after an outlet's systems when one of its endpoints is in trouble. */
@ApplicationScoped
class EndpointAlerts {
  private static final Logger LOG = Logger.getLogger(EndpointAlerts.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Duration WORTH_SENDING = Duration.ofDays(3);

  private final OutletRepository outlets;
  private final WordingRepository wordings;
  private final DeliveryRepository deliveries;
  private final BlindIndex index;
  private final Sql sql;
  private final String company;
  private final boolean quietHours;

  EndpointAlerts(
      OutletRepository outlets,
      WordingRepository wordings,
      DeliveryRepository deliveries,
      BlindIndex index,
      Sql sql,
      SmsConfig company,
      @ConfigProperty(name = "parceldesk.quiet-hours.enabled", defaultValue = "true")
          boolean quietHours) {
    this.outlets = outlets;
    this.wordings = wordings;
    this.deliveries = deliveries;
    this.index = index;
    this.sql = sql;
    this.company = company.signature();
    this.quietHours = quietHours;
  }

  /** What an outlet is told of. */
  enum Trouble {
    FAILING("webhook-endpoint-failing"),
    DISABLED("webhook-endpoint-disabled");

    private final String event;

    Trouble(String event) {
      this.event = event;
    }
  }

  /** In the current transaction; sent once it is committed. */
  void tell(WebhookEndpoint endpoint, Trouble trouble, Instant since) {
    var outlet = outlets.require(endpoint.outlet());
    var addresses = outlet.addresses(MessageChannel.EMAIL, Purpose.TECHNICAL);
    if (addresses.isEmpty()) {
      LOG.warnf(
          "Outlet %s has no e-mail address to be told at that endpoint %s is in trouble",
          outlet.code(), endpoint.id());
    }
    var wording =
        wordings
            .find(trouble.event + ".outlet", MessageChannel.EMAIL, outlet.language())
            .orElseThrow();
    var values = values(endpoint, outlet, wording.id().locale(), since);
    deliveries.plan(
        addresses.stream()
            .map(address -> mail(endpoint, trouble, outlet, address, wording, values))
            .toList());
  }

  private Map<String, Object> values(
      WebhookEndpoint endpoint, Outlet outlet, String locale, Instant since) {
    return Map.of(
        "outlet", outlet.nameIn(locale),
        "endpoint", endpoint.id().toString(),
        "host", URI.create(endpoint.url()).getHost(),
        "since", TIME.format(since.atZone(outlet.quietTime().zone())),
        "reason", String.valueOf(endpoint.disabledReason()),
        "company", company);
  }

  private PlannedDelivery mail(
      WebhookEndpoint endpoint,
      Trouble trouble,
      Outlet outlet,
      String address,
      Wording wording,
      Map<String, Object> values) {
    var now = now();
    var first = quietHours ? outlet.quietTime().firstMomentFrom(now) : now;
    var subject = wording.subject(values);
    var text = wording.body(values);
    var html = MailLayout.html(wording.id().locale(), subject, text);
    return new PlannedDelivery(
        "/notification-service",
        endpoint.id() + "@" + now,
        "io.parceldesk." + trouble.event + ".v1",
        now,
        null,
        outlet.code(),
        "endpoint-alerts",
        wording.id().toString(),
        "OUTLET",
        MessageChannel.EMAIL,
        MessageClass.SERVICE,
        index.email(address),
        Masks.email(address),
        MessageChannel.EMAIL.lane(),
        null,
        first,
        first.plus(WORTH_SENDING),
        null,
        new Message(address, subject, text, html));
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }
}
