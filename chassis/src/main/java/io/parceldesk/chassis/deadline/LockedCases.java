package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Locks the streams of many cases at once, and loads the cases with the beans of their kinds. */
@ApplicationScoped
class LockedCases {
  /** Cases in one transaction. */
  static final int BATCH = 200;

  private static final String LOCK =
      """
      with locked as materialized (
        select case_id, kind from case_stream where case_id = any(?)
         order by case_id limit %d for update skip locked)
      select case_id, kind, clock_timestamp() as now from locked
      """
          .formatted(BATCH);

  /** {@code now} is the database's time after the lock was granted. */
  record Locked(UUID caseId, CaseKind kind, Instant now) {}

  private final Sql sql;
  private final Instance<Cases<?>> cases;

  LockedCases(Sql sql, @Any Instance<Cases<?>> cases) {
    this.sql = sql;
    this.cases = cases;
  }

  /** Whether this service owns cases at all. */
  boolean areHere() {
    return !cases.isUnsatisfied();
  }

  /** Those of the cases that nobody else holds, up to a batch, in ascending order. */
  List<Locked> lock(Collection<UUID> caseIds) {
    return sql.list(
        LOCK,
        row ->
            new Locked(
                SqlValue.uuid(row, "case_id"),
                CaseKind.valueOf(row.getString("kind")),
                SqlValue.instant(row, "now")),
        caseIds);
  }

  static Instant now(List<Locked> locked) {
    return locked.stream().map(Locked::now).max(Instant::compareTo).orElseThrow();
  }

  /** The wanted ones, in the order in which they were locked. */
  List<Case> load(List<Locked> locked, Collection<UUID> wanted) {
    var chosen = locked.stream().filter(lock -> wanted.contains(lock.caseId())).toList();
    Map<CaseKind, List<UUID>> idsByKind =
        chosen.stream().collect(groupingBy(Locked::kind, mapping(Locked::caseId, toList())));
    Map<UUID, Case> loaded =
        idsByKind.entrySet().stream()
            .flatMap(ofKind -> casesOf(ofKind.getKey()).loadAll(ofKind.getValue()).stream())
            .collect(Collectors.toMap(Case::id, Function.identity()));
    return chosen.stream().map(lock -> require(loaded.get(lock.caseId()), lock)).toList();
  }

  private static Case require(Case loaded, Locked lock) {
    if (loaded == null) {
      throw new IllegalStateException("There is no " + lock.kind() + " " + lock.caseId());
    }
    return loaded;
  }

  private Cases<?> casesOf(CaseKind kind) {
    return cases.stream()
        .filter(some -> some.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody keeps cases of kind " + kind));
  }
}
