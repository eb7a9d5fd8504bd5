package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * The log of deliveries and receipts, which goes years later (REG-11), but for what went to
 * somebody under a legal hold. Oldest first, in batches; where somebody has decided how long months
 * are kept, with its month.
 */
@Singleton
class MessageLog implements DataClass {
  static final String NAME = "message-log";
  private static final int BATCH = 5_000;

  private static final String BY_MONTH =
      "select 1 from monthly_table where name = 'delivery' and keep is not null";

  private static final String OLD =
      """
      select id from (
        select id, planned_at from delivery d where not %s order by id limit %d) oldest
       where planned_at < ?
      """
          .formatted(MessageTexts.HELD, BATCH);

  private static final String DELETE =
      """
      with old as materialized (%s),
      attempts as (delete from delivery_attempt where delivery_id in (select id from old)),
      parts as (delete from sms_part where delivery_id in (select id from old))
      delete from delivery where id in (select id from old)
      """
          .formatted(OLD);

  private static final String DELETE_RECEIPTS =
      """
      delete from sms_receipt r
       using (select id, received_at from sms_receipt order by id limit %d) old
       where r.id = old.id and r.received_at = old.received_at and old.received_at < ?
      """
          .formatted(BATCH);

  private static final String DELETE_KEYS =
      """
      delete from delivery_key where key = any(array(
        select key from delivery_key where planned_at < ? order by planned_at limit %d))
      """
          .formatted(BATCH);

  private final Sql sql;
  private final Transactions transactions;

  MessageLog(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        "select count(*) as n from (%s) due".formatted(OLD),
        row -> new Overdue(null, row.getLong("n")),
        closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    if (transactions.runNew(() -> sql.first(BY_MONTH, row -> 1)).isEmpty()) {
      untilDone(DELETE, closedBefore);
      untilDone(DELETE_RECEIPTS, closedBefore);
    }
    untilDone(DELETE_KEYS, closedBefore);
  }

  private void untilDone(String statement, Instant before) {
    var rows = BATCH;
    while (rows == BATCH) {
      rows = transactions.runNew(() -> sql.update(statement, before));
    }
  }
}
