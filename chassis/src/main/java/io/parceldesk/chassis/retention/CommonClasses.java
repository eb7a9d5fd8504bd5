package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What every service keeps for a time. */
@Singleton
class CommonClasses {
  private final Sql sql;
  private final Transactions transactions;

  CommonClasses(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Produces
  @Singleton
  DataClass legalHolds() {
    return OldRows.deleted(sql, transactions, "legal-holds", "legal_hold", "released_at < ?");
  }

  @Produces
  @Singleton
  DataClass subjectRequests() {
    return OldRows.deleted(
        sql, transactions, "subject-requests", "subject_request", "finished_at < ?");
  }

  @Produces
  @Singleton
  DataClass deadLetters() {
    return OldRows.deleted(sql, transactions, "dead-letters", "dead_letter", "replayed_at < ?");
  }
}
