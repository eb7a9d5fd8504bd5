package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Fallback;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.PlannedDelivery.Links;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends the e-mail in the place of an SMS that did not arrive. The transaction that plans it
 * forgets that there was one, so that it is planned once, whatever receipts say later.
 */
@ApplicationScoped
class Fallbacks {
  private static final Logger LOG = Logger.getLogger(Fallbacks.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final int BATCH = 100;

  private static final String TAKE =
      """
      with lost as materialized (
        select id, fallback from delivery
         where fallback is not null and status in ('UNDELIVERED', 'FAILED')
         order by settled_at limit ? for update skip locked)
      update delivery d set fallback = null from lost where d.id = lost.id
      returning d.*, lost.fallback as other_way, now() as taken_at
      """;

  private final Transactions transactions;
  private final Sql sql;
  private final Seal seal;
  private final BlindIndex index;
  private final DeliveryRepository deliveries;
  private final Loop loop;

  Fallbacks(
      Transactions transactions,
      Sql sql,
      Seal seal,
      BlindIndex index,
      DeliveryRepository deliveries) {
    this.transactions = transactions;
    this.sql = sql;
    this.seal = seal;
    this.index = index;
    this.deliveries = deliveries;
    this.loop =
        new Loop("fallbacks", BETWEEN_LOOKS, () -> transactions.runNew(this::turn) == BATCH);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  private int turn() {
    var taken = sql.list(TAKE, this::planned, BATCH);
    deliveries.plan(taken.stream().flatMap(Optional::stream).toList());
    return taken.size();
  }

  private Optional<PlannedDelivery> planned(ResultSet row) throws SQLException {
    try {
      return Optional.of(planned(row, seal.open(row.getString("other_way"), Fallback.class)));
    } catch (BrokenSeal e) {
      LOG.error("A stored e-mail cannot be opened", e);
      return Optional.empty();
    }
  }

  private PlannedDelivery planned(ResultSet row, Fallback fallback) throws SQLException {
    var messageClass = MessageClass.valueOf(row.getString("class"));
    var at = firstAttemptAt(messageClass, fallback, SqlValue.instant(row, "taken_at"));
    return new PlannedDelivery(
        row.getString("event_source"),
        row.getString("event_id"),
        row.getString("event_type"),
        SqlValue.instant(row, "event_at"),
        row.getString("case_number"),
        row.getString("outlet"),
        row.getString("rule"),
        fallback.template(),
        row.getString("audience"),
        MessageChannel.EMAIL,
        messageClass,
        index.address(fallback.message().address()), // keys may have been rotated meanwhile
        fallback.shown(),
        MessageChannel.EMAIL.lane(),
        null,
        at,
        at.plus(fallback.expires()),
        null,
        fallback.message(),
        new Links(null, null, SqlValue.uuid(row, "id"), null, row.getString("traceparent")));
  }

  private static Instant firstAttemptAt(MessageClass messageClass, Fallback fallback, Instant now) {
    return switch (messageClass) {
      case CRITICAL -> now;
      case SERVICE -> fallback.quietTime().firstMomentFrom(now);
      case MARKETING -> fallback.quietTime().firstCommercialMomentFrom(now);
    };
  }
}
