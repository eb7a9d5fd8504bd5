package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.sweep.Alarm;
import io.parceldesk.chassis.sweep.DueLoop;
import io.parceldesk.chassis.transaction.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Wakes this replica's sweep when a rung is written that comes before it would look again. Only
 * differences of database times count here; the replica's own clock may be wrong.
 */
@ApplicationScoped
class SweepSignal implements Alarm {
  private final AfterCommit afterCommit;
  private Long requestedNanos;
  private boolean newRules;

  SweepSignal(AfterCommit afterCommit) {
    this.afterCommit = afterCommit;
  }

  /** {@code now} is the database's. */
  void expectAfterCommit(Instant rungAt, Instant now) {
    if (rungAt.isBefore(now.plus(DueLoop.LONGEST_SLEEP))) {
      var at = System.nanoTime() + Duration.between(now, rungAt).toNanos();
      afterCommit.run(() -> wakeAt(at));
    }
  }

  /** Open deadlines may have to follow a policy or calendar, once this is committed. */
  void rulesChangeAfterCommit() {
    afterCommit.run(
        () -> {
          noteNewRules();
          wakeNow();
        });
  }

  /** Whether rules have changed in this replica since this was asked last. */
  synchronized boolean rulesHaveChanged() {
    var changed = newRules;
    newRules = false;
    return changed;
  }

  @Override
  public void wakeNow() {
    wakeAt(System.nanoTime());
  }

  @Override
  public synchronized void await(Duration longest) throws InterruptedException {
    var end = System.nanoTime() + longest.toNanos();
    for (var left = left(end); left > 0; left = left(end)) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    if (requestedNanos != null && requestedNanos - System.nanoTime() <= 0) {
      requestedNanos = null;
    }
  }

  private synchronized void noteNewRules() {
    newRules = true;
  }

  private long left(long end) {
    var untilEnd = end - System.nanoTime();
    return requestedNanos == null
        ? untilEnd
        : Math.min(untilEnd, requestedNanos - System.nanoTime());
  }

  private synchronized void wakeAt(long nanos) {
    if (requestedNanos == null || nanos - requestedNanos < 0) {
      requestedNanos = nanos;
      notifyAll();
    }
  }
}
