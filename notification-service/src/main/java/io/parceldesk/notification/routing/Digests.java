package io.parceldesk.notification.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.MessageChannel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One message in the place of many. What a digest tells is written down with the messages
 * themselves, in the transaction that plans them; the digest becomes a delivery in the transaction
 * that closes it. So a crash at any moment loses and doubles nothing.
 */
@ApplicationScoped
class Digests {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private static final String NEXT =
      """
      select id from digest where closed_at is null and closes_at <= now()
       order by closes_at limit 1 for update skip locked
      """;

  private static final String LOCK =
      """
      select * from digest where id = ? and closed_at is null and closes_at <= now() for update
      """;

  /** Whoever plans for the recipient has committed before this returns, and nobody joins after. */
  private static final String DETACH =
      """
      update recipient_gate set digest = null, digest_closes_at = null
       where recipient = ? and channel = ? and digest = ?
      """;

  private static final String RELEASE =
      """
      update delivery set status = 'PENDING', reason = null, settled_at = null, digest = null
       where digest = ?
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final DigestWriting writing;
  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;
  private final Loop loop = new Loop("digests", BETWEEN_LOOKS, this::closeNext);

  Digests(
      Sql sql,
      Transactions transactions,
      DeliveryRepository deliveries,
      DigestWriting writing,
      MeterRegistry metrics,
      AfterCommit afterCommit) {
    this.sql = sql;
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.writing = writing;
    this.metrics = metrics;
    this.afterCommit = afterCommit;
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Where quiet hours hold the first one back, all others of the night come along. */
  Instant closingTime(Wanted first, Instant now) {
    var at = first.delivery().firstAttemptAt();
    return at.isAfter(now)
        ? at
        : first.quietTime().firstMomentFrom(at.plus(first.rule().digest().within()));
  }

  UUID open(Wanted first, Instant closesAt) {
    return sql.first(
            """
            insert into digest (id, recipient, channel, locale, zone, closes_at)
            values (uuidv7(), ?, ?, ?, ?, ?) returning id
            """,
            row -> SqlValue.uuid(row, "id"),
            first.delivery().recipient(),
            first.delivery().channel(),
            first.locale(),
            first.quietTime().zone().getId(),
            closesAt)
        .orElseThrow();
  }

  /** An open digest whose time has come. */
  record Closing(
      UUID id,
      String recipient,
      MessageChannel channel,
      String locale,
      ZoneId zone,
      Instant closesAt) {}

  boolean closeNext() {
    var next = transactions.runNew(() -> sql.first(NEXT, row -> SqlValue.uuid(row, "id")));
    next.ifPresent(this::closeOrPutOff);
    return next.isPresent();
  }

  /** One that cannot be put into words, or opened, must not hold the others up. */
  private void closeOrPutOff(UUID id) {
    try {
      transactions.runNew(
          () -> {
            sql.first(LOCK, Digests::closing, id).ifPresent(this::close);
            return null;
          });
    } catch (RuntimeException e) {
      transactions.runNew(
          () ->
              sql.update(
                  "update digest set closes_at = now() + interval '1 minute' where id = ?", id));
      throw e;
    }
  }

  private void close(Closing digest) {
    sql.update(DETACH, digest.recipient(), digest.channel(), digest.id());
    var told =
        sql.list("select * from delivery where digest = ?", DigestWriting::told, digest.id());
    if (told.size() == 1) {
      sql.update(RELEASE, digest.id()); // it can speak for itself
    } else if (!told.isEmpty()) {
      deliveries.plan(List.of(writing.write(digest, told)));
      afterCommit.run(() -> count(digest, told.size()));
    }
    sql.update("update digest set closed_at = now() where id = ?", digest.id());
  }

  /** How many digests there are, and how many messages they save. */
  private void count(Closing digest, int messages) {
    metrics
        .summary("parceldesk.digest.messages", "channel", digest.channel().name())
        .record(messages);
  }

  private static Closing closing(ResultSet row) throws SQLException {
    return new Closing(
        SqlValue.uuid(row, "id"),
        row.getString("recipient"),
        MessageChannel.valueOf(row.getString("channel")),
        row.getString("locale"),
        ZoneId.of(row.getString("zone")),
        SqlValue.instant(row, "closes_at"));
  }
}
