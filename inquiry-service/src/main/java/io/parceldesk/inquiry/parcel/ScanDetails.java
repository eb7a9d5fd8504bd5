package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.retention.OldRows;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Courier and note of a scan are forgotten; the scan is not (REG-02, REG-11). */
@Singleton
class ScanDetails {
  private final Sql sql;
  private final Transactions transactions;

  ScanDetails(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Produces
  @Singleton
  DataClass old() {
    return OldRows.cleared(
        sql,
        transactions,
        "scan-details",
        "parcel_scan",
        "received_at < ? and details is not null",
        "details = null");
  }
}
