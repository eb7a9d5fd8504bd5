package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Kinds of deadlines that a case should have and for which no policy fitted when they were to
 * start. A case goes on without; people can see it. Openings write them with the case's stream.
 */
@ApplicationScoped
class WithoutPolicy {
  // a kind that was started later, after all, is no longer missing
  private static final String OF_CASES =
      """
      select s.case_id, k.kind from case_stream s cross join unnest(s.without_policy) as k(kind)
       where s.case_id = any(?) and s.without_policy is not null
         and not exists (select 1 from deadline d where d.case_id = s.case_id and d.kind = k.kind)
       order by s.case_id, k.kind
      """;

  private record Missing(UUID caseId, String kind) {}

  private final Sql sql;

  WithoutPolicy(Sql sql) {
    this.sql = sql;
  }

  /** A case that misses nothing is left out. */
  Map<UUID, List<String>> of(Collection<UUID> caseIds) {
    return sql
        .list(
            OF_CASES,
            row -> new Missing(SqlValue.uuid(row, "case_id"), row.getString("kind")),
            caseIds)
        .stream()
        .collect(
            Collectors.groupingBy(
                Missing::caseId, Collectors.mapping(Missing::kind, Collectors.toList())));
  }

  /** Notes one more kind; the caller holds the lock of the case's stream. */
  void note(UUID caseId, String kind) {
    sql.update(
        """
        update case_stream set without_policy = array_append(without_policy, ?)
         where case_id = ? and (without_policy is null or not (? = any(without_policy)))
        """,
        kind,
        caseId,
        kind);
  }
}
