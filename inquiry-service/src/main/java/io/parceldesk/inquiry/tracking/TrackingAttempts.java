package io.parceldesk.inquiry.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.retention.OldRows;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who asked the public tracking, kept for half a year (REG-11). */
@ApplicationScoped
class TrackingAttempts {
  enum Outcome {
    SHOWN,
    SHOWN_WITH_PARTIES,
    NOTHING,
    LIMITED
  }

  private static final String NOTE =
      """
      insert into tracking_attempt (client, outcome, waybill) values (?, ?, ?)
      on conflict (asked_at, client, outcome, waybill)
        do update set attempts = tracking_attempt.attempts + 1
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final MeterRegistry metrics;

  TrackingAttempts(Sql sql, Transactions transactions, MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  void note(TrackingQuestion question, Outcome outcome) {
    metrics.counter("parceldesk.tracking.attempts", "outcome", outcome.name()).increment();
    var shown = outcome == Outcome.SHOWN || outcome == Outcome.SHOWN_WITH_PARTIES;
    transactions.runNew(
        () -> sql.update(NOTE, question.client(), outcome, shown ? question.waybill() : ""));
  }

  /** Who asked is known for as long as security logs are kept (REG-11). */
  @Produces
  @Singleton
  DataClass old() {
    return OldRows.deleted(
        sql, transactions, "tracking-attempts", "tracking_attempt", "asked_at < ?");
  }
}
