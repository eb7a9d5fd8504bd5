package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import java.time.Instant;
import java.util.List;

/** Rows of a table that go whole, or lose some columns, once they are old; in batches. */
public final class OldRows implements DataClass {
  private static final int BATCH = 5_000;
  private static final int MOST_COUNTED = 100_000;

  private final Sql sql;
  private final Transactions transactions;
  private final String name;
  private final String statement;
  private final String count;

  private OldRows(
      Sql sql, Transactions transactions, String name, String table, String old, String action) {
    this.sql = sql;
    this.transactions = transactions;
    this.name = name;
    var rows = "select ctid from %s where %s limit ".formatted(table, old);
    this.statement =
        "%s where ctid = any(array(%s%d for update skip locked))".formatted(action, rows, BATCH);
    this.count = "select count(*) from (%s%d) due".formatted(rows, MOST_COUNTED);
  }

  /**
   * {@code old} is a condition with one parameter, the time before which what was closed is due.
   */
  public static OldRows deleted(
      Sql sql, Transactions transactions, String name, String table, String old) {
    return new OldRows(sql, transactions, name, table, old, "delete from " + table);
  }

  /** {@code cleared} says what is set; the condition must not hold for the rows any more. */
  public static OldRows cleared(
      Sql sql, Transactions transactions, String name, String table, String old, String cleared) {
    return new OldRows(
        sql, transactions, name, table, old, "update %s set %s".formatted(table, cleared));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(count, row -> new Overdue(null, row.getLong(1)), closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    var rows = BATCH;
    while (rows == BATCH) {
      rows = transactions.runNew(() -> sql.update(statement, closedBefore));
    }
  }
}
