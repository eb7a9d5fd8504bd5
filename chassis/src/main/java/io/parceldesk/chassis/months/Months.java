package io.parceldesk.chassis.months;

import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sample.Point;
import io.parceldesk.chassis.watch.Sampled;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks after the tables that consist of months: makes months ahead, so that a row always has one,
 * and drops those that are older than their table keeps and that no case needs any more. Every
 * replica may; a lock lets one at a time.
 */
@ApplicationScoped
class Months implements Sampled {
  private static final Logger LOG = Logger.getLogger(Months.class);

  /** Months ahead of the present one: enough to be warned by the metric and to act. */
  static final int AHEAD = 3;

  private static final String TABLES = "select name from monthly_table order by name";

  private static final String LEFT =
      """
      select i.inhparent::regclass::text as table,
             extract(epoch from max(substring(pg_get_expr(c.relpartbound, c.oid)
               from 'TO \\(''(.+?)''\\)')::timestamptz) - now())::float8 / 86400 as value
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent::regclass::text in (select name from monthly_table)
       group by 1
      """;

  /** What has ended so long ago; the oldest first. */
  private static final String OLD =
      """
      select c.relname as name
        from monthly_table t
        join pg_inherits i on i.inhparent = t.name::regclass
        join pg_class c on c.oid = i.inhrelid
       where t.name = ?
         and substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(.+?)''\\)')::timestamptz
             < now() - t.keep
       order by 1
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final NeededMonths needed;
  private final boolean enabled;

  Months(
      Sql sql,
      Transactions transactions,
      NeededMonths needed,
      @ConfigProperty(name = "parceldesk.cases.enabled") boolean enabled) {
    this.sql = sql;
    this.transactions = transactions;
    this.needed = needed;
    this.enabled = enabled;
  }

  @Scheduled(every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    if (enabled) {
      transactions.runNew(() -> sql.list(TABLES, row -> row.getString("name"))).forEach(this::tidy);
    }
  }

  private void tidy(String table) {
    transactions.runNew(() -> add(table));
    transactions
        .runNew(() -> sql.list(OLD, row -> row.getString("name"), table))
        .forEach(month -> transactions.runNew(() -> drop(table, month)));
  }

  /** How many were missing. */
  int add(String table) {
    alone();
    return sql.first("select add_months(?, ?)", row -> row.getInt(1), table, AHEAD).orElseThrow();
  }

  /** False where a case that is not over for good has a row in it, or it is gone already. */
  boolean drop(String table, String month) {
    alone();
    if (!isOld(table, month) || needed.hasNeeded(table, month)) {
      return false;
    }
    sql.update("alter table %s detach partition %s".formatted(table, month));
    sql.update("drop table " + month);
    LOG.infof("%s was dropped: all that it told of is over", month);
    return true;
  }

  private boolean isOld(String table, String month) {
    return sql.list(OLD, row -> row.getString("name"), table).contains(month);
  }

  /** One at a time; and whoever is in the way of readers and writers gives up soon. */
  private void alone() {
    sql.first("select set_config('lock_timeout', '2s', true)", row -> 1);
    sql.first("select pg_advisory_xact_lock(hashtextextended('months', 0))", row -> 1);
  }

  @Override
  public List<Sample> samples() {
    return enabled
        ? List.of(
            new Sample(
                "parceldesk.months.left.days",
                "Days until a table has no month to write to",
                Duration.ofMinutes(10),
                this::left))
        : List.of();
  }

  private List<Point> left() {
    return transactions.runNew(
        () ->
            sql.list(
                LEFT,
                row ->
                    new Point(Tags.of("table", row.getString("table")), row.getDouble("value"))));
  }
}
