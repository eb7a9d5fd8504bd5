package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.retention.OldRows;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Messages and parcels that no appeal can be about any more are forgotten (REG-11). */
@Singleton
class EvidenceClasses {
  private final Sql sql;
  private final Transactions transactions;

  EvidenceClasses(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Produces
  @Singleton
  DataClass messages() {
    return OldRows.deleted(sql, transactions, "messages", "case_message", "planned_at < ?");
  }

  @Produces
  @Singleton
  DataClass parcelHistories() {
    return OldRows.deleted(sql, transactions, "parcel-histories", "parcel_history", "told_at < ?");
  }
}
