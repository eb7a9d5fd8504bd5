package io.parceldesk.notification.sms;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.partitioningBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryEvents;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.SettledDelivery;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds the message that a receipt is about: by the gateway's id, else, when the answer to the
 * submit was lost, by the reference that we gave. A receipt that comes before the answer is written
 * down, or out of order, is tried again later. One replica matches at a time.
 */
@ApplicationScoped
class ReceiptMatcher {
  private static final Duration REST = Duration.ofMillis(500);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final Sql sql;
  private final ObjectMapper json;
  private final DeliveryEvents events;
  private final Loop loop = new Loop("sms-receipts", REST, this::matchOnce);

  ReceiptMatcher(Transactions transactions, Sql sql, ObjectMapper json, DeliveryEvents events) {
    this.transactions = transactions;
    this.sql = sql;
    this.json = json;
    this.events = events;
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  void wake() {
    loop.wake();
  }

  record OpenReceipt(
      long id,
      Instant receivedAt,
      int tries,
      String gateway,
      List<String> messageIds,
      String recipient,
      Integer reference,
      String state,
      String error) {}

  record Match(long receipt, UUID delivery, int part) {}

  /** A full batch means that there may be more. */
  private boolean matchOnce() {
    return transactions.runNew(this::match) == BATCH;
  }

  private int match() {
    if (!sql.first(ReceiptSql.ALONE, row -> row.getBoolean(1)).orElse(false)) {
      return 0;
    }
    var open = sql.list(ReceiptSql.OPEN, ReceiptMatcher::open, BATCH);
    if (!open.isEmpty()) {
      var matches = byId(open);
      matches.addAll(byReference(open, matches));
      settle(open, matches);
    }
    return open.size();
  }

  /** At first among what was planned lately: a message may have been sent again years later. */
  private List<Match> byId(List<OpenReceipt> open) {
    var recent = sql.first(ReceiptSql.RECENT, row -> SqlValue.uuid(row, "id")).orElseThrow();
    var matches = new ArrayList<Match>();
    open.stream()
        .collect(partitioningBy(receipt -> receipt.tries() == 0))
        .forEach(
            (first, receipts) ->
                matches.addAll(
                    sql.list(
                        ReceiptSql.BY_ID,
                        ReceiptMatcher::match,
                        toJson(receipts),
                        first ? recent : new UUID(0, 0))));
    return matches;
  }

  /** References follow from ids, so they are computed for the recipient's few unknown messages. */
  private List<Match> byReference(List<OpenReceipt> open, List<Match> found) {
    var left =
        open.stream()
            .filter(receipt -> receipt.reference() != null)
            .filter(receipt -> found.stream().noneMatch(m -> m.receipt() == receipt.id()))
            .toList();
    var matches = new ArrayList<Match>();
    for (var receipt : left) {
      for (var unknown :
          sql.list(ReceiptSql.UNKNOWN, ReceiptMatcher::unknown, receipt.recipient())) {
        if (SmsReference.ofPart(unknown.delivery(), unknown.part()) == receipt.reference()) {
          matches.add(new Match(receipt.id(), unknown.delivery(), unknown.part()));
        }
      }
    }
    return matches;
  }

  private void settle(List<OpenReceipt> open, List<Match> matches) {
    var deliveries = matches.stream().map(Match::delivery).distinct().sorted().toList();
    if (!deliveries.isEmpty()) {
      sql.list(ReceiptSql.LOCK, row -> row.getObject(1), deliveries);
      sql.update(ReceiptSql.RECORD, toJson(matches), toJson(open));
      events.tell(
          sql.list(ReceiptSql.SETTLE, SettledDelivery::of, deliveries, deliveries, deliveries));
    }
    // so that months are passed over that have none of them
    var since = open.stream().map(OpenReceipt::receivedAt).min(naturalOrder()).orElseThrow();
    sql.update(ReceiptSql.DONE, matches.stream().map(Match::receipt).toList(), since);
    sql.update(
        ReceiptSql.LATER,
        open.stream()
            .map(OpenReceipt::id)
            .filter(id -> matches.stream().noneMatch(match -> match.receipt() == id))
            .toList(),
        since);
  }

  private static OpenReceipt open(ResultSet row) throws SQLException {
    return new OpenReceipt(
        row.getLong("id"),
        SqlValue.instant(row, "received_at"),
        row.getInt("tries"),
        row.getString("gateway"),
        MessageIds.candidates(row.getString("message_id")),
        row.getString("recipient"),
        row.getObject("reference", Integer.class),
        row.getString("state"),
        row.getString("error"));
  }

  private static Match match(ResultSet row) throws SQLException {
    return new Match(row.getLong("receipt"), SqlValue.uuid(row, "delivery_id"), row.getInt("part"));
  }

  private static Match unknown(ResultSet row) throws SQLException {
    return new Match(0, SqlValue.uuid(row, "id"), row.getInt("part"));
  }

  private String toJson(Object rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
