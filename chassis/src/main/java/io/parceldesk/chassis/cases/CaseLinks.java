package io.parceldesk.chassis.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which cases know each other's number. */
@ApplicationScoped
class CaseLinks {
  private record Row(UUID caseId, CaseLink link) {}

  private final Sql sql;

  CaseLinks(Sql sql) {
    this.sql = sql;
  }

  /** False when the case knew the other already. */
  boolean add(UUID caseId, CaseRef other, CaseLink.Relation relation, Instant now) {
    return sql.update(
            """
            insert into case_link (case_id, number, kind, relation, linked_at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            caseId,
            other.number(),
            other.kind(),
            relation,
            now)
        == 1;
  }

  /** Each knows the other, and the survivor every case that the merged one knew. */
  void merge(Case merged, Case survivor, Instant now) {
    join(merged.id(), survivor, CaseLink.Relation.SURVIVOR, now);
    join(survivor.id(), merged, CaseLink.Relation.DUPLICATE, now);
    sql.update(
        """
        insert into case_link (case_id, number, kind, relation, linked_at)
        select ?, number, kind, relation, linked_at from case_link
         where case_id = ? and number <> ? on conflict do nothing
        """,
        survivor.id(),
        merged.id(),
        survivor.number().text());
  }

  /** That they are one matter counts more than what they were to each other before. */
  private void join(UUID caseId, Case other, CaseLink.Relation relation, Instant now) {
    sql.update(
        """
        insert into case_link (case_id, number, kind, relation, linked_at) values (?, ?, ?, ?, ?)
        on conflict (case_id, number) do update
          set relation = excluded.relation, linked_at = excluded.linked_at
        """,
        caseId,
        other.number().text(),
        other.number().kind(),
        relation,
        now);
  }

  /** What the case was merged into. */
  Optional<CaseNumber> survivorOf(UUID caseId) {
    return sql.first(
        "select number from case_link where case_id = ? and relation = 'SURVIVOR'",
        row -> CaseNumber.parse(row.getString("number")),
        caseId);
  }

  Map<UUID, List<CaseLink>> of(Collection<UUID> caseIds) {
    if (caseIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            """
            select case_id, number, kind, relation, linked_at from case_link
             where case_id = any(?) order by linked_at, number
            """,
            row ->
                new Row(
                    SqlValue.uuid(row, "case_id"),
                    new CaseLink(
                        row.getString("number"),
                        row.getString("kind"),
                        CaseLink.Relation.valueOf(row.getString("relation")),
                        SqlValue.instant(row, "linked_at"))),
            caseIds)
        .stream()
        .collect(groupingBy(Row::caseId, mapping(Row::link, toList())));
  }
}
