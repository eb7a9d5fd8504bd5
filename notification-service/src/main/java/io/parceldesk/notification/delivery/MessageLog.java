package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * The log of deliveries and receipts, which goes years later (REG-11). Oldest first, in batches.
 */
@Singleton
class MessageLog implements DataClass {
  private static final int BATCH = 5_000;

  private static final String OLDEST =
      "select id from (select id, %s as at from %s order by id limit %d) oldest where at < ?";

  private final Sql sql;
  private final Transactions transactions;

  MessageLog(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "message-log";
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        "select count(*) as n from (%s) due"
            .formatted(OLDEST.formatted("planned_at", "delivery", BATCH)),
        row -> new Overdue(null, row.getLong("n")),
        closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    delete("delivery", "planned_at", closedBefore);
    delete("sms_receipt", "received_at", closedBefore);
  }

  private void delete(String table, String time, Instant before) {
    var statement =
        "delete from %s where id in (%s)".formatted(table, OLDEST.formatted(time, table, BATCH));
    var rows = BATCH;
    while (rows == BATCH) {
      rows = transactions.runNew(() -> sql.update(statement, before));
    }
  }
}
