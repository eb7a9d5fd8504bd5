package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parceldesk.chassis.deadline.LockedCases.Locked;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.trace.Traces;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Fires what is due. Any number of replicas may sweep at once: the lock of a case's stream row says
 * who does, the row of the firing that it was not done before.
 */
@ApplicationScoped
class DeadlineSweep {
  private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);

  // now() and not clock_timestamp(), which the index could not be searched with; more candidates
  // than fit a batch, so that other replicas find cases that are free
  static final String DUE =
      """
      select distinct case_id from (
        select case_id from deadline
         where next_rung_at > ? and next_rung_at <= now()
         order by next_rung_at, id limit %d) soonest
      """
          .formatted(5 * LockedCases.BATCH);

  private static final String PUT_OFF =
      """
      update deadline set failures = failures + 1,
             next_rung_at = clock_timestamp()
               + least(interval '10 minutes', interval '1 second' * power(2, least(failures, 10)))
       where case_id = ? and next_rung_at <= clock_timestamp()
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final LockedCases cases;
  private final DeadlineStore store;
  private final FiringAnnouncer announcer;
  private final Outbox outbox;
  private final Timer duration;
  private final Counter failures;

  DeadlineSweep(
      Sql sql,
      Transactions transactions,
      LockedCases cases,
      DeadlineStore store,
      FiringAnnouncer announcer,
      Outbox outbox,
      MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.cases = cases;
    this.store = store;
    this.announcer = announcer;
    this.outbox = outbox;
    this.duration = metrics.timer("parceldesk.deadline.sweep");
    this.failures = metrics.counter("parceldesk.deadline.sweep.failures");
  }

  /** Fires what was due after the low-water mark, up to a batch; the number of cases looked at. */
  int sweep(Instant lowWater) {
    List<UUID> candidates = sql.list(DUE, row -> SqlValue.uuid(row, "case_id"), lowWater);
    return candidates.isEmpty()
        ? 0
        : duration.record(() -> Traces.begin("fire deadlines", () -> fire(candidates)));
  }

  private int fire(List<UUID> candidates) {
    try {
      return transactions.runNew(() -> fireLocked(candidates));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      LOG.debug("A batch of deadlines is fired case by case", e);
      return candidates.stream().limit(LockedCases.BATCH).mapToInt(this::fireAlone).sum();
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
    return cases.lock(List.of(caseId)).isEmpty() ? 0 : sql.update(PUT_OFF, caseId);
  }

  private int fireLocked(List<UUID> candidates) {
    var locked = cases.lock(candidates);
    if (locked.isEmpty()) {
      return 0;
    }
    var now = LockedCases.now(locked);
    var clocks = store.due(locked.stream().map(Locked::caseId).toList(), now);
    clocks.forEach(clock -> clock.settle(now));
    var claimed = store.save(clocks);
    var byCase = clocks.stream().collect(groupingBy(clock -> clock.row().caseId));
    var subjects = cases.load(locked, byCase.keySet());
    outbox.together(
        () ->
            subjects.forEach(
                subject -> announcer.announce(subject, byCase.get(subject.id()), claimed, now)));
    return locked.size();
  }
}
