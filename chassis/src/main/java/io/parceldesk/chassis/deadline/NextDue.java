package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.joining;

import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/**
 * When a case needs somebody next: the earliest due time of its clocks that run and are not met,
 * kept in column {@code next_due_at} of the case so that worklists walk an index. Written wherever
 * clocks are, under the same lock. What stands still has no due time for the desk; what is overdue
 * keeps the one that passed.
 */
@ApplicationScoped
public class NextDue {
  /** Stands for a case none of whose clocks runs, after all others. */
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String KEEP =
      """
      with due as materialized (
        select changed.id, coalesce(min(d.due_at), '%s') as at
          from unnest(?::uuid[]) as changed(id)
          left join deadline d on d.case_id = changed.id and d.met_at is null
               and d.cancelled_at is null and d.state <> 'PAUSED'
         group by changed.id)%s
      select count(*) from due
      """;

  private static final String KEEP_IN =
      """
      , in_%1$s as (
        update %1$s c set next_due_at = due.at from due
         where c.id = due.id and c.next_due_at <> due.at)\
      """;

  private final Sql sql;
  private final Instance<Cases<?>> cases;

  NextDue(Sql sql, @Any Instance<Cases<?>> cases) {
    this.sql = sql;
    this.cases = cases;
  }

  /** Of a new case, whose clocks are not written yet. */
  static Instant of(Collection<DeadlineRow> clocks) {
    return clocks.stream()
        .filter(row -> row.metAt == null)
        .map(row -> row.dueAt)
        .min(Comparator.naturalOrder())
        .orElse(NEVER);
  }

  /** After clocks of these cases were written. */
  void keep(Collection<UUID> caseIds) {
    if (!caseIds.isEmpty()) {
      var tables =
          cases.stream().map(Cases::table).sorted().map(KEEP_IN::formatted).collect(joining());
      sql.first(KEEP.formatted(NEVER, tables), row -> row.getInt(1), caseIds);
    }
  }
}
