package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets messages and parcels that no appeal can be about any more (REG-11), in batches. */
@ApplicationScoped
class EvidenceHousekeeping {
  private static final int BATCH = 10_000;

  private final Sql sql;
  private final Transactions transactions;
  private final String kept;

  EvidenceHousekeeping(
      Sql sql,
      Transactions transactions,
      @ConfigProperty(name = "parceldesk.retention.evidence") Duration kept) {
    this.sql = sql;
    this.transactions = transactions;
    this.kept = kept.toString();
  }

  @Scheduled(every = "1h", delayed = "9m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    removeOld("case_message", "planned_at");
    removeOld("parcel_history", "told_at");
  }

  private void removeOld(String table, String time) {
    var statement =
        """
        delete from %1$s where ctid = any(array(
          select ctid from %1$s where %2$s < clock_timestamp() - ?::interval limit %3$d))
        """
            .formatted(table, time, BATCH);
    var removed = BATCH;
    while (removed == BATCH) {
      removed = transactions.runNew(() -> sql.update(statement, kept));
    }
  }
}
