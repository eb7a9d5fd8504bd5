package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.months.MonthlyRows;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * A month of scans is needed while one of its parcels is under way or has not been at its end for
 * as long as months are kept (REG-02, REG-11), is named by an open case, or is under a legal hold,
 * its own or a person's.
 */
@ApplicationScoped
class ScanMonths implements MonthlyRows {
  private static final int BATCH = 10_000;

  private static final String CASES =
      """
      select id, waybill, closed_at from inquiry
      union all select id, waybill, closed_at from problem_parcel
      union all select id, waybill, closed_at from pickup
      """;

  /** What has been lost is not scanned any more, and is at its end by its last scan. */
  private static final String UNDER_WAY =
      """
      select 1 from %s m join parcel p on p.waybill = m.waybill
       where coalesce(p.ending_at, p.last_scan_at)
             > now() - (select keep from monthly_table where name = 'parcel_scan')
       limit 1
      """;

  private static final String OPEN =
      "select 1 from (%s) c join %%1$s m on m.waybill = c.waybill where c.closed_at is null limit 1"
          .formatted(CASES);

  private static final String HELD_CASE =
      """
      select 1 from legal_hold h join (%s) c on c.id = h.case_id join %%1$s m on m.waybill = c.waybill
       where h.released_at is null limit 1
      """
          .formatted(CASES);

  private static final String HELD_PERSON =
      """
      select 1 from legal_hold h
        join parcel p on p.sender_phone_index = any(h.subjects)
                      or p.recipient_phone_index = any(h.subjects)
        join %1$s m on m.waybill = p.waybill
       where h.released_at is null limit 1
      """;

  private static final String FORGET =
      """
      delete from scan_key where scan_id = any(array(
        select scan_id from scan_key where received_at < ? order by received_at limit %d))
      """
          .formatted(BATCH);

  private final Sql sql;
  private final Transactions transactions;

  ScanMonths(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public String table() {
    return "parcel_scan";
  }

  @Override
  public boolean areNeeded(String month) {
    return List.of(OPEN, HELD_CASE, HELD_PERSON, UNDER_WAY).stream()
        .anyMatch(query -> sql.first(query.formatted(month), row -> 1).isPresent());
  }

  @Override
  public void forgetBefore(Instant oldest) {
    var forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten = transactions.runNew(() -> sql.update(FORGET, oldest));
    }
  }
}
