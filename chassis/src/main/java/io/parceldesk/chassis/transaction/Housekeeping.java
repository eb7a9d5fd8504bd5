package io.parceldesk.chassis.transaction;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes what is only remembered for a while: inbox rows after 30 days, which is longer than
 * topics keep their records, stored answers after a day, and allowances once they are whole again.
 * In batches, so that nobody waits for it.
 */
@ApplicationScoped
class Housekeeping {
  private static final int BATCH = 10_000;

  private final Sql sql;
  private final Transactions transactions;

  Housekeeping(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    removeOld("inbox", "received_at", "30 days");
    removeOld("idempotency", "answered_at", "24 hours");
    removeOld("allowance", "refilled_at", "48 hours");
  }

  private void removeOld(String table, String time, String age) {
    var statement =
        """
        delete from %1$s where ctid = any(array(
          select ctid from %1$s where %2$s < clock_timestamp() - interval '%3$s' limit %4$d))
        """
            .formatted(table, time, age, BATCH);
    var removed = BATCH;
    while (removed == BATCH) {
      removed = transactions.runNew(() -> sql.update(statement));
    }
  }
}
