package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds on cases that may be needed before a court: they stop anonymisation and erasure. */
@ApplicationScoped
class LegalHolds {
  private record Row(UUID caseId, LegalHold hold) {}

  private final Sql sql;
  private final CurrentCaller caller;

  LegalHolds(Sql sql, CurrentCaller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  <C extends Case> CaseFile<C> place(Cases<C> cases, CaseNumber number, String reason) {
    cases.file(number).subject().requireNotAnonymised();
    cases.noteHere(
        number,
        (subject, now) -> {
          place(subject.id(), reason, now);
          return Change.within("legal-hold", subject.statusName()).noting(reason);
        });
    return cases.file(number);
  }

  private void place(UUID caseId, String reason, Instant now) {
    var placed =
        sql.update(
            """
            insert into legal_hold (case_id, reason, placed_by, placed_at) values (?, ?, ?, ?)
            on conflict (case_id) where released_at is null do nothing
            """,
            caseId,
            reason,
            caller.get().name(),
            now);
    if (placed == 0) {
      throw new DomainException(409, "already-held", "The case is under a legal hold already");
    }
  }

  <C extends Case> CaseFile<C> release(Cases<C> cases, CaseNumber number, String reason) {
    cases.file(number).subject().requireNotAnonymised();
    cases.noteHere(
        number,
        (subject, now) -> {
          release(subject.id(), reason, now);
          return Change.within("legal-hold-release", subject.statusName()).noting(reason);
        });
    return cases.file(number);
  }

  private void release(UUID caseId, String reason, Instant now) {
    var released =
        sql.update(
            """
            update legal_hold set released_by = ?, released_at = ?, release_reason = ?
             where case_id = ? and released_at is null
            """,
            caller.get().name(),
            now,
            reason,
            caseId);
    if (released == 0) {
      throw new DomainException(409, "not-held", "The case is not under a legal hold");
    }
  }

  /** Those of the cases themselves; outlets are not told. */
  Map<UUID, LegalHold> of(Collection<UUID> caseIds) {
    if (caseIds.isEmpty() || caller.get().isOutletOnly()) {
      return Map.of();
    }
    return sql
        .list(
            """
            select case_id, reason, placed_by, placed_at from legal_hold
             where case_id = any(?) and released_at is null
            """,
            row ->
                new Row(
                    SqlValue.uuid(row, "case_id"),
                    new LegalHold(
                        row.getString("reason"),
                        row.getString("placed_by"),
                        SqlValue.instant(row, "placed_at"))),
            caseIds)
        .stream()
        .collect(Collectors.toMap(Row::caseId, Row::hold));
  }
}
