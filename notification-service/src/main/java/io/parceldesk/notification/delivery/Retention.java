package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets what need not be kept (REG-11, REG-12): addresses and texts first, so that the log of
 * deliveries names nobody any more, and the log itself years later. In batches, each of which looks
 * at a bounded number of rows.
 */
@ApplicationScoped
class Retention {
  private static final int BATCH = 5_000;

  /** Ids begin with the time; a run looks back far enough for a service that rested for weeks. */
  private static final String FORGET =
      """
      update delivery set payload = null, fallback = null
       where id in (select id from delivery
                     where id >= %1$s and id < %2$s and payload is not null
                       and status not in ('PENDING', 'SENDING') limit %3$d)
      """
          .formatted(boundary("?::interval + interval '90 days'"), boundary("?::interval"), BATCH);

  private static final String DELETE_LOG =
      """
      delete from delivery where id in (
        select id from (select id, planned_at from delivery order by id limit %d) oldest
         where planned_at < now() - ?::interval)
      """
          .formatted(BATCH);

  private static final String DELETE_RECEIPTS =
      """
      delete from sms_receipt where id in (
        select id from (select id, received_at from sms_receipt order by id limit %d) oldest
         where received_at < now() - ?::interval)
      """
          .formatted(BATCH);

  private final Transactions transactions;
  private final Sql sql;
  private final String texts;
  private final String log;

  Retention(
      Transactions transactions,
      Sql sql,
      @ConfigProperty(name = "parceldesk.retention.texts") Duration texts,
      @ConfigProperty(name = "parceldesk.retention.log") Duration log) {
    this.transactions = transactions;
    this.sql = sql;
    this.texts = texts.toString();
    this.log = log.toString();
  }

  @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    untilDone(FORGET, texts, texts);
    untilDone(DELETE_LOG, log);
    untilDone(DELETE_RECEIPTS, log);
    untilDone("delete from recipient_gate where touched_at < now() - interval '3 days'");
    untilDone("delete from digest where closed_at < now() - interval '3 days'");
  }

  private void untilDone(String statement, Object... parameters) {
    var rows = BATCH;
    while (rows == BATCH) {
      rows = transactions.runNew(() -> sql.update(statement, parameters));
    }
  }

  /** The smallest id of a delivery that is as old. */
  private static String boundary(String age) {
    return """
    (lpad(to_hex((extract(epoch from now() - (%s)) * 1000)::bigint), 12, '0')
      || '70008000000000000000')::uuid
    """
        .formatted(age);
  }
}
