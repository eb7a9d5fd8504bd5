package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Courier and note of a scan are forgotten; the scan is not (REG-02, REG-11). */
@Singleton
class ScanDetails implements DataClass {
  private static final int BATCH = 5_000;
  private static final int MOST_COUNTED = 100_000;

  private static final String DUE =
      "select scan_id, received_at from parcel_scan where received_at < ? and details is not null"
          + " limit ";

  private static final String FORGET =
      """
      update parcel_scan s set details = null
        from (%s%d for update skip locked) due
       where s.scan_id = due.scan_id and s.received_at = due.received_at
      """
          .formatted(DUE, BATCH);

  private final Sql sql;
  private final Transactions transactions;

  ScanDetails(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "scan-details";
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        "select count(*) as n from (%s%d) due".formatted(DUE, MOST_COUNTED),
        row -> new Overdue(null, row.getLong("n")),
        closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    var forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten = transactions.runNew(() -> sql.update(FORGET, closedBefore));
    }
  }
}
