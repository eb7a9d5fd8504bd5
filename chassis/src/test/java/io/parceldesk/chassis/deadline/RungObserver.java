package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Raises the sample case as a service would, and fails where it is told to. */
@ApplicationScoped
class RungObserver {
  private static final Logger LOG = Logger.getLogger(RungObserver.class);

  private final SampleCases cases;
  private final Sql sql;
  private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
  private final Collection<RungFired> seen = new ConcurrentLinkedQueue<>();
  private final AtomicInteger left = new AtomicInteger();
  private volatile String victim;

  RungObserver(SampleCases cases, Sql sql) {
    this.cases = cases;
    this.sql = sql;
  }

  void on(@Observes RungFired fired) {
    seen.add(fired);
    killIfItIsTime();
    if (failing.contains(fired.subject().id())) {
      throw new IllegalStateException("told to fail");
    }
    if (fired.rung().action() == Rung.Action.ESCALATION) {
      cases.changeLocked(
          (SampleCase) fired.subject(),
          fired.now(),
          (subject, now) -> subject.escalate(fired.rung().level()));
    }
  }

  /**
   * The thread loses its connection in the middle of a batch and never does anything again, as when
   * its process was killed.
   */
  void killAfter(int firings, String thread) {
    left.set(firings);
    victim = thread;
  }

  boolean hasKilled() {
    return victim != null && left.get() <= 0;
  }

  private void killIfItIsTime() {
    if (Thread.currentThread().getName().equals(victim) && left.decrementAndGet() == 0) {
      cutConnection();
      while (true) {
        LockSupport.park();
      }
    }
  }

  private void cutConnection() {
    try {
      sql.first("select pg_terminate_backend(pg_backend_pid())", row -> row.getBoolean(1));
    } catch (SqlFailure e) {
      LOG.info("The connection is gone, as it was meant to be");
    }
  }

  void failFor(UUID caseId) {
    failing.add(caseId);
  }

  void recover() {
    victim = null;
    failing.clear();
  }

  List<RungFired> seenOf(UUID caseId) {
    return seen.stream().filter(fired -> fired.subject().id().equals(caseId)).toList();
  }
}
