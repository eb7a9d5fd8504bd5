package io.parceldesk.chassis.months;

import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sample.Point;
import io.parceldesk.chassis.watch.Sampled;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks after the tables that consist of months: makes months ahead, so that a row always has one,
 * and drops those that are older than their table keeps and that their owner does not need any
 * more. Every replica may; a lock lets one at a time.
 */
@ApplicationScoped
public class Months implements Sampled {
  private static final Logger LOG = Logger.getLogger(Months.class);

  /** Months ahead of the present one: enough to be warned by the metric and to act. */
  static final int AHEAD = 3;

  private static final String TABLES = "select name from monthly_table order by name";

  private static final String LEFT =
      """
      select t.name as table,
             extract(epoch from max(month_bound(i.inhrelid, 'TO')) - now())::float8 / 86400 as value
        from monthly_table t join pg_inherits i on i.inhparent = t.name::regclass
       group by 1
      """;

  /** What has ended so long ago; the oldest first. */
  private static final String OLD =
      """
      select i.inhrelid::regclass::text as name
        from monthly_table t join pg_inherits i on i.inhparent = t.name::regclass
       where t.name = ? and month_bound(i.inhrelid, 'TO') < now() - t.keep
       order by month_bound(i.inhrelid, 'TO')
      """;

  /** Where the oldest month begins; nothing where the first part goes back for ever. */
  private static final String OLDEST =
      """
      select min(begins) as oldest
        from (select month_bound(inhrelid, 'FROM') as begins from pg_inherits
               where inhparent = ?::regclass) part
      having count(*) = count(begins) and count(*) > 0
      """;

  /** Those whose months go together, the whole first, as whoever writes both does. */
  private static final String PARTS =
      """
      select name from monthly_table where ? in (name, part_of) order by part_of nulls first, name
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final Instance<MonthlyRows> owners;

  Months(Sql sql, Transactions transactions, @Any Instance<MonthlyRows> owners) {
    this.sql = sql;
    this.transactions = transactions;
    this.owners = owners;
  }

  @Scheduled(every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  public void tidy() {
    transactions.runNew(() -> names(TABLES)).forEach(this::tidy);
  }

  /** One that is locked must not keep the others from getting their months. */
  private void tidy(String table) {
    try {
      transactions.runNew(() -> add(table));
      transactions
          .runNew(() -> names(OLD, table))
          .forEach(month -> transactions.runNew(() -> drop(table, month)));
      owner(table).ifPresent(this::forget);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The months of %s could not be looked after", table);
    }
  }

  /** How many were missing. */
  int add(String table) {
    alone();
    return sql.first("select add_months(?, ?)", row -> row.getInt(1), table, AHEAD).orElseThrow();
  }

  /** False where somebody needs what is in it, or it is gone already. */
  boolean drop(String table, String month) {
    alone();
    if (!names(OLD, table).contains(month)
        || owner(table).map(rows -> rows.areNeeded(month)).orElse(true)) {
      return false;
    }
    for (var part : names(PARTS, table)) {
      var itsMonth = part + month.substring(table.length());
      sql.update("alter table %s detach partition %s".formatted(part, itsMonth));
      sql.update("drop table " + itsMonth);
    }
    LOG.infof("%s was dropped: all that it told of is over", month);
    return true;
  }

  void forget(MonthlyRows rows) {
    transactions
        .runNew(() -> sql.first(OLDEST, row -> SqlValue.instant(row, "oldest"), rows.table()))
        .ifPresent(rows::forgetBefore);
  }

  private Optional<MonthlyRows> owner(String table) {
    return owners.stream().filter(rows -> rows.table().equals(table)).findFirst();
  }

  private List<String> names(String query, Object... parameters) {
    return sql.list(query, row -> row.getString("name"), parameters);
  }

  /** One at a time; and whoever is in the way of readers and writers gives up soon. */
  private void alone() {
    sql.first("select set_config('lock_timeout', '2s', true)", row -> 1);
    sql.first("select pg_advisory_xact_lock(hashtextextended('months', 0))", row -> 1);
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        new Sample(
            "parceldesk.months.left.days",
            "Days until a table has no month to write to",
            Duration.ofMinutes(10),
            this::left));
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
