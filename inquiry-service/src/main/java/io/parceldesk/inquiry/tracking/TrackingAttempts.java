package io.parceldesk.inquiry.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

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

  @Scheduled(every = "24h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    transactions.runNew(
        () ->
            sql.update(
                "delete from tracking_attempt where asked_at < clock_timestamp() - interval '180"
                    + " days'"));
  }
}
