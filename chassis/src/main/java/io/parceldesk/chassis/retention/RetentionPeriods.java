package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.WorkingCalendar;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/**
 * How long each class of data of this service is kept (REG-11). What is shipped becomes a version
 * once; an admin's newest version counts before it and is never overwritten.
 */
@ApplicationScoped
public class RetentionPeriods {
  private static final String IN_FORCE =
      """
      select distinct on (data_class) * from retention_period where data_class = any(?)
       order by data_class, shipped, version desc
      """;

  private static final String SHIP =
      """
      insert into retention_period
        (data_class, version, keep, erasable_after, shipped, author)
      select ?, coalesce(max(version), 0) + 1, ?, ?, true, 'shipped'
        from retention_period where data_class = ?
      on conflict (data_class, keep, erasable_after) where shipped do nothing
      """;

  private static final String AMEND =
      """
      insert into retention_period
        (data_class, version, keep, erasable_after, shipped, author, reason)
      values (?, ?, ?, ?, false, ?, ?)
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final CurrentCaller caller;
  private final Map<String, RetentionTerms> shipped;

  RetentionPeriods(Sql sql, Transactions transactions, CurrentCaller caller) {
    this.sql = sql;
    this.transactions = transactions;
    this.caller = caller;
    this.shipped = ShippedTerms.all();
  }

  void atStart(@Observes StartupEvent event) {
    transactions.runNew(
        () -> {
          lock();
          shipped.forEach(this::ship);
          return null;
        });
  }

  private void ship(String name, RetentionTerms terms) {
    sql.update(SHIP, name, terms.keep().toString(), terms.erasableAfterOrKeep().toString(), name);
  }

  private void lock() {
    sql.list("select pg_advisory_xact_lock(hashtext('retention periods'))", row -> null);
  }

  List<RetentionPeriod> all() {
    return sql.list(IN_FORCE, this::read, shipped.keySet());
  }

  RetentionPeriod require(String dataClass) {
    return sql.first(IN_FORCE, this::read, List.of(dataClass))
        .filter(period -> shipped.containsKey(dataClass))
        .orElseThrow(() -> DomainException.notFound("Class " + dataClass));
  }

  /** What was closed before is due by now. */
  public Instant closedBefore(String dataClass) {
    return new KeptFor(require(dataClass).keep()).closedBefore(today());
  }

  /** What was closed before may be erased, if its person asks for it. */
  public Instant erasableBefore(String dataClass) {
    return erasableAfter(dataClass).closedBefore(today());
  }

  /** The first day on which something may be erased, if its person asks for it. */
  public LocalDate erasableFrom(String dataClass, Instant closedAt) {
    return erasableAfter(dataClass).until(closedAt);
  }

  private KeptFor erasableAfter(String dataClass) {
    return new KeptFor(require(dataClass).erasableAfter());
  }

  LocalDate today() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow()
        .atZone(WorkingCalendar.ZONE)
        .toLocalDate();
  }

  /** The next version, from now on. */
  RetentionPeriod amend(String dataClass, IfMatch ifMatch, RetentionForm form) {
    return transactions.run(
        () -> {
          lock();
          var before = require(dataClass);
          ifMatch.require(before.version());
          var erasableAfter = form.erasableAfter() == null ? form.keep() : form.erasableAfter();
          requireLongEnough(before, form.keep(), erasableAfter);
          sql.update(
              AMEND,
              dataClass,
              newestVersion(dataClass) + 1,
              form.keep().toString(),
              erasableAfter.toString(),
              caller.get().name(),
              form.reason());
          return require(dataClass);
        });
  }

  private int newestVersion(String dataClass) {
    return sql.first(
            "select max(version) from retention_period where data_class = ?",
            row -> row.getInt(1),
            dataClass)
        .orElseThrow();
  }

  private void requireLongEnough(RetentionPeriod period, Period keep, Period erasableAfter) {
    var today = today();
    if (period.atLeast() != null && today.plus(keep).isBefore(today.plus(period.atLeast()))) {
      throw DomainException.refusedByRule(
              period.rule(), "kept-too-short", "The law asks to keep this longer")
          .with("atLeast", period.atLeast().toString());
    }
    if (today.plus(erasableAfter).isAfter(today.plus(keep))) {
      throw new InvalidBody("/erasableAfter", "must not be longer than keep");
    }
  }

  private RetentionPeriod read(ResultSet row) throws SQLException {
    var name = row.getString("data_class");
    var terms = shipped.get(name);
    return new RetentionPeriod(
        name,
        row.getInt("version"),
        Period.parse(row.getString("keep")),
        terms == null ? null : terms.atLeast(),
        Period.parse(row.getString("erasable_after")),
        terms == null ? null : terms.rule(),
        terms == null ? null : terms.why(),
        row.getString("author"),
        row.getString("reason"),
        SqlValue.instant(row, "created_at"));
  }
}
