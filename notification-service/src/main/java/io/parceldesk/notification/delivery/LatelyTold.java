package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what planners need for some days only: what a recipient was told lately, old digests. */
@ApplicationScoped
class LatelyTold {
  private static final int BATCH = 5_000;

  private final Transactions transactions;
  private final Sql sql;

  LatelyTold(Transactions transactions, Sql sql) {
    this.transactions = transactions;
    this.sql = sql;
  }

  @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    untilDone("delete from recipient_gate where touched_at < now() - interval '3 days'");
    untilDone("delete from digest where closed_at < now() - interval '3 days'");
  }

  private void untilDone(String statement) {
    var rows = BATCH;
    while (rows == BATCH) {
      rows = transactions.runNew(() -> sql.update(statement));
    }
  }
}
