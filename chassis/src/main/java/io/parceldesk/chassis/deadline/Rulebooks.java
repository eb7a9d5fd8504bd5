package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * The rules in force, remembered until something newer is stored. Asking the stamp costs one small
 * statement; with it, a policy added through any replica counts at the next opening in all of them.
 */
@ApplicationScoped
class Rulebooks {
  private final Sql sql;
  private final CalendarStore calendars;
  private final ShippedRules shipped;
  private final SweepSignal signal;
  private volatile Rulebook remembered;

  Rulebooks(Sql sql, CalendarStore calendars, ShippedRules shipped, SweepSignal signal) {
    this.sql = sql;
    this.calendars = calendars;
    this.shipped = shipped;
    this.signal = signal;
  }

  Rulebook current() {
    shipped.storeOnce();
    return asOf(stamp());
  }

  /** The rules as of a stamp that the caller has just read. */
  Rulebook asOf(long stamp) {
    var book = remembered;
    if (book == null || book.stamp() < stamp) {
      book = read();
      remembered = book;
    }
    return book;
  }

  /** Writers of rules wait for each other here; the stamp as it is. */
  long lock() {
    return sql.first("select stamp from deadline_rules for update", row -> row.getLong(1))
        .orElseThrow();
  }

  /** What the holder of the lock has written counts from its commit on. */
  void changed(long newStamp) {
    sql.update("update deadline_rules set stamp = ?", newStamp);
    signal.rulesChangeAfterCommit();
  }

  private long stamp() {
    return sql.first("select stamp from deadline_rules", row -> row.getLong(1)).orElseThrow();
  }

  private Rulebook read() {
    // the stamp first: what is written meanwhile has a higher one and is read next time
    var stamp = stamp();
    return new Rulebook(stamp, policies(), calendars.book());
  }

  private Map<String, List<DeadlinePolicy>> policies() {
    return sql
        .list(
            """
            select id, version, terms::text as terms, effective_from, author, created_at
              from deadline_policy order by id, version
            """,
            row ->
                new DeadlinePolicy(
                    row.getString("id"),
                    row.getInt("version"),
                    RulesJson.read(row.getString("terms"), PolicyTerms.class),
                    SqlValue.instant(row, "effective_from"),
                    row.getString("author"),
                    SqlValue.instant(row, "created_at")))
        .stream()
        .collect(groupingBy(DeadlinePolicy::id));
  }
}
