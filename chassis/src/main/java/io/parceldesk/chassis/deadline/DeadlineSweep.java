package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fires what is due. Any number of replicas may sweep at once: the lock of a case's stream row says
 * who does, the row of the firing that it was not done before.
 */
@ApplicationScoped
class DeadlineSweep {
  private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);

  /** Cases in one transaction; of more candidates, so that other replicas find theirs meanwhile. */
  private static final int BATCH = 200;

  // now() and not clock_timestamp(), which the index could not be searched with
  private static final String DUE =
      """
      select distinct case_id from (
        select case_id from deadline
         where next_rung_at > ? and next_rung_at <= now()
         order by next_rung_at, id limit %d) soonest
      """
          .formatted(5 * BATCH);

  private static final String LOCK =
      """
      with locked as materialized (
        select case_id, kind from case_stream where case_id = any(?)
         order by case_id limit %d for update skip locked)
      select case_id, kind, clock_timestamp() as now from locked
      """
          .formatted(BATCH);

  private static final String PUT_OFF =
      """
      update deadline set failures = failures + 1,
             next_rung_at = clock_timestamp()
               + least(interval '10 minutes', interval '1 second' * power(2, least(failures, 10)))
       where case_id = ? and next_rung_at <= clock_timestamp()
      """;

  private record Locked(UUID caseId, CaseKind kind, Instant now) {}

  private final Sql sql;
  private final Transactions transactions;
  private final DeadlineStore store;
  private final FiringAnnouncer announcer;
  private final Instance<Cases<?>> cases;
  private final Timer duration;
  private final Counter failures;

  DeadlineSweep(
      Sql sql,
      Transactions transactions,
      DeadlineStore store,
      FiringAnnouncer announcer,
      @Any Instance<Cases<?>> cases,
      MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.store = store;
    this.announcer = announcer;
    this.cases = cases;
    this.duration = metrics.timer("parceldesk.deadline.sweep");
    this.failures = metrics.counter("parceldesk.deadline.sweep.failures");
  }

  /** Whether this service owns cases at all. */
  boolean hasCases() {
    return !cases.isUnsatisfied();
  }

  /** Fires what was due after the low-water mark, up to a batch; the number of cases looked at. */
  int sweep(Instant lowWater) {
    List<UUID> candidates = sql.list(DUE, row -> SqlValue.uuid(row, "case_id"), lowWater);
    return candidates.isEmpty() ? 0 : duration.record(() -> fire(candidates));
  }

  private int fire(List<UUID> candidates) {
    try {
      return transactions.runNew(() -> fireLocked(candidates));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      LOG.debug("A batch of deadlines is fired case by case", e);
      return candidates.stream().limit(BATCH).mapToInt(this::fireAlone).sum();
    }
  }

  /** What fails for one case must not keep the others from firing. */
  private int fireAlone(UUID caseId) {
    try {
      return transactions.runNew(() -> fireLocked(List.of(caseId)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      failures.increment();
      LOG.errorf(e, "The deadlines of case %s could not fire and are put off", caseId);
      transactions.runNew(() -> putOff(caseId));
      return 1;
    }
  }

  private int putOff(UUID caseId) {
    return lock(List.of(caseId)).isEmpty() ? 0 : sql.update(PUT_OFF, caseId);
  }

  private int fireLocked(List<UUID> candidates) {
    var locked = lock(candidates);
    if (locked.isEmpty()) {
      return 0;
    }
    var now = locked.stream().map(Locked::now).max(Instant::compareTo).orElseThrow();
    var clocks = store.due(locked.stream().map(Locked::caseId).toList(), now);
    clocks.forEach(clock -> clock.settle(now));
    var claimed = store.save(clocks);
    var byCase = clocks.stream().collect(groupingBy(clock -> clock.row().caseId));
    for (var subject : load(locked, byCase.keySet())) {
      announcer.announce(subject, byCase.get(subject.id()), claimed, now);
    }
    return locked.size();
  }

  private List<Locked> lock(List<UUID> caseIds) {
    return sql.list(
        LOCK,
        row ->
            new Locked(
                SqlValue.uuid(row, "case_id"),
                CaseKind.valueOf(row.getString("kind")),
                SqlValue.instant(row, "now")),
        caseIds);
  }

  /** In the order in which they were locked. */
  private List<Case> load(List<Locked> locked, Collection<UUID> wanted) {
    Map<CaseKind, List<UUID>> idsByKind =
        locked.stream()
            .filter(lock -> wanted.contains(lock.caseId()))
            .collect(groupingBy(Locked::kind, mapping(Locked::caseId, toList())));
    Map<UUID, Case> loaded =
        idsByKind.entrySet().stream()
            .flatMap(ofKind -> casesOf(ofKind.getKey()).loadAll(ofKind.getValue()).stream())
            .collect(Collectors.toMap(Case::id, Function.identity()));
    var inOrder = new ArrayList<Case>();
    for (var lock : locked) {
      if (wanted.contains(lock.caseId())) {
        inOrder.add(require(loaded.get(lock.caseId()), lock));
      }
    }
    return inOrder;
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
