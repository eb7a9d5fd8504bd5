package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lock of a case: the first statement of every transaction that touches it. */
@ApplicationScoped
class CaseLocks {
  /**
   * {@code now} is the database's time after the lock was granted; {@code due} says that a rung had
   * come by then and has not fired.
   */
  record Locked(UUID caseId, Instant now, boolean due) {}

  private final Sql sql;

  CaseLocks(Sql sql) {
    this.sql = sql;
  }

  Locked lock(CaseNumber number) {
    return sql.first(
            """
            with locked as materialized (
              select case_id from case_stream where kind = ? and number = ? for update),
            timed as materialized (select case_id, clock_timestamp() as now from locked)
            select case_id, now, exists (
                     select 1 from deadline d
                      where d.case_id = timed.case_id and d.next_rung_at <= timed.now) as due
              from timed
            """,
            row ->
                new Locked(
                    SqlValue.uuid(row, "case_id"),
                    SqlValue.instant(row, "now"),
                    row.getBoolean("due")),
            number.kind(),
            number.text())
        .orElseThrow(() -> DomainException.notFound("Case " + number));
  }

  /** Two at once, by ascending id, as everybody must who needs more than one. */
  Map<CaseNumber, Locked> lockBoth(CaseNumber one, CaseNumber other) {
    var locked = new HashMap<CaseNumber, Locked>();
    sql.list(
        """
        with locked as materialized (
          select case_id, number from case_stream where kind = ? and number = any(?)
           order by case_id for update)
        select case_id, number, clock_timestamp() as now from locked
        """,
        row ->
            locked.put(
                new CaseNumber(one.kind(), row.getString("number")),
                new Locked(SqlValue.uuid(row, "case_id"), SqlValue.instant(row, "now"), false)),
        one.kind(),
        List.of(one.text(), other.text()));
    for (var number : List.of(one, other)) {
      if (!locked.containsKey(number)) {
        throw DomainException.notFound("Case " + number);
      }
    }
    return locked;
  }

  /** Empty while somebody else holds it. */
  Optional<Locked> tryLock(UUID caseId) {
    return sql.first(
        """
        with locked as materialized (
          select case_id from case_stream where case_id = ? for update skip locked)
        select case_id, clock_timestamp() as now from locked
        """,
        row -> new Locked(SqlValue.uuid(row, "case_id"), SqlValue.instant(row, "now"), false),
        caseId);
  }

  UUID find(CaseNumber number) {
    return sql.first(
            "select case_id from case_stream where kind = ? and number = ?",
            row -> SqlValue.uuid(row, "case_id"),
            number.kind(),
            number.text())
        .orElseThrow(() -> DomainException.notFound("Case " + number));
  }
}
