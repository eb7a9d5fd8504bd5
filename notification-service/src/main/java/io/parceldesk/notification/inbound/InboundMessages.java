package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What came in within the last 30 days, so that each message is taken once. Of its text only a hash
 * is kept. Everything but the housekeeping happens under the lock of the outlet's stream.
 */
@ApplicationScoped
class InboundMessages {
  private static final int MOST_IN_A_MINUTE = 120;
  private static final int BATCH = 10_000;

  private final Sql sql;
  private final Transactions transactions;

  InboundMessages(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  private record Taken(byte[] hash, Receipt receipt) {}

  /** The receipt for a message that was taken before; 422 when it was another one. */
  Optional<Receipt> receiptFor(String outlet, SignedMessage message) {
    var taken =
        sql.first(
            "select * from inbound_message where outlet = ? and message_id = ?",
            row ->
                new Taken(
                    row.getBytes("body_hash"),
                    new Receipt(
                        message.id(),
                        row.getString("type"),
                        row.getString("case_number"),
                        SqlValue.instant(row, "received_at"))),
            outlet,
            message.id());
    if (taken.isPresent() && !Arrays.equals(taken.get().hash(), hash(message))) {
      throw new DomainException(
          422, "webhook-id-reused", "Another message has come in under this webhook-id");
    }
    return taken.map(Taken::receipt);
  }

  private record Load(int count, long seconds) {}

  void requireRoom(String outlet) {
    var load =
        sql.first(
                """
                select count(*) as n,
                       coalesce(ceil(extract(epoch from
                         min(received_at) + interval '1 minute' - now())), 1) as seconds
                  from inbound_message
                 where outlet = ? and received_at > now() - interval '1 minute'
                """,
                row -> new Load(row.getInt("n"), row.getLong("seconds")),
                outlet)
            .orElseThrow();
    if (load.count() >= MOST_IN_A_MINUTE) {
      throw new DomainException(
              429, "too-many-messages", "An outlet may send 120 messages in a minute")
          .with(Problem.RETRY_AFTER, Math.max(1, load.seconds()));
    }
  }

  Receipt remember(String outlet, SignedMessage message, Saying saying) {
    return sql.first(
            """
            insert into inbound_message (outlet, message_id, body_hash, type, case_number)
            values (?, ?, ?, ?, ?) returning received_at
            """,
            row ->
                new Receipt(
                    message.id(),
                    saying.type().wireName(),
                    saying.number().text(),
                    SqlValue.instant(row, "received_at")),
            outlet,
            message.id(),
            hash(message),
            saying.type().wireName(),
            saying.number().text())
        .orElseThrow();
  }

  /** What the sender is told. */
  record Receipt(String id, String type, String inReplyTo, Instant receivedAt) {}

  @Scheduled(every = "1h", delayed = "9m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    var forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten =
          transactions.runNew(
              () ->
                  sql.update(
                      """
                      delete from inbound_message where ctid = any(array(
                        select ctid from inbound_message
                         where received_at < now() - interval '30 days' limit ?))
                      """,
                      BATCH));
    }
  }

  private static byte[] hash(SignedMessage message) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(message.body().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
