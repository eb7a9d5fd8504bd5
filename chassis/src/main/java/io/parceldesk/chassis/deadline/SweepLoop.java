package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sweeps when the next rung has come, by the database's clock; at least every half second, as other
 * replicas may have written an earlier one.
 */
@ApplicationScoped
class SweepLoop {
  private static final Logger LOG = Logger.getLogger(SweepLoop.class);

  static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

  /** Somebody else holds the cases that are due. */
  private static final Duration WHILE_LOCKED = Duration.ofMillis(20);

  /**
   * Below this the index holds only dead entries, but for what a slow transaction wrote meanwhile.
   */
  private static final Duration LOW_WATER_MARGIN = Duration.ofSeconds(60);

  private static final Duration FULL_LOOK_EVERY = Duration.ofSeconds(60);

  static final String NEXT =
      """
      select clock_timestamp() as now,
             (select min(next_rung_at) from deadline where next_rung_at > ?) as next
      """;

  private record Next(Instant now, Instant at) {
    boolean isDue() {
      return at != null && !at.isAfter(now);
    }
  }

  private final Sql sql;
  private final DeadlineSweep sweep;
  private final Reprojection reprojection;
  private final LockedCases cases;
  private final SweepSignal signal;
  private final boolean enabled;
  private Thread worker;
  private volatile boolean stopping;
  private Instant lowWater = Instant.EPOCH;
  private long fullLookNanos = System.nanoTime();
  private boolean rulesMayBeNewer = true;

  SweepLoop(
      Sql sql,
      DeadlineSweep sweep,
      Reprojection reprojection,
      LockedCases cases,
      SweepSignal signal,
      @ConfigProperty(name = "parceldesk.deadline.sweep", defaultValue = "true") boolean enabled) {
    this.sql = sql;
    this.sweep = sweep;
    this.reprojection = reprojection;
    this.cases = cases;
    this.signal = signal;
    this.enabled = enabled;
  }

  void atStart(@Observes StartupEvent event) {
    if (enabled && cases.areHere()) {
      start();
    }
  }

  void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
    stop();
  }

  void start() {
    stopping = false;
    worker = new Thread(this::run, "deadline-sweep");
    worker.start();
  }

  void stop() throws InterruptedException {
    stopping = true;
    if (worker != null) {
      signal.wakeNow();
      worker.join(5_000);
      worker.interrupt();
      worker = null;
    }
  }

  private void run() {
    try {
      while (!stopping) {
        signal.await(sweepOnce());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long there is nothing to do. */
  private Duration sweepOnce() {
    try {
      var next = look();
      if (!next.isDue()) {
        return bringInLine() ? Duration.ZERO : untilNext(next);
      }
      return sweep.sweep(lowWater) > 0 ? Duration.ZERO : WHILE_LOCKED;
    } catch (RuntimeException e) {
      LOG.warn("Deadlines could not be swept and will be again shortly", e);
      return LONGEST_SLEEP;
    }
  }

  /** True when there may be more to do: a batch at a time, so that what is due comes first. */
  private boolean bringInLine() {
    rulesMayBeNewer |= signal.rulesHaveChanged();
    if (rulesMayBeNewer) {
      rulesMayBeNewer = reprojection.advance() > 0;
    }
    return rulesMayBeNewer;
  }

  private Next look() {
    if (System.nanoTime() - fullLookNanos > FULL_LOOK_EVERY.toNanos()) {
      fullLookNanos = System.nanoTime();
      lowWater = Instant.EPOCH;
      rulesMayBeNewer = true;
    }
    return sql.first(
            NEXT,
            row -> new Next(SqlValue.instant(row, "now"), SqlValue.instant(row, "next")),
            lowWater)
        .orElseThrow();
  }

  private Duration untilNext(Next next) {
    lowWater = next.now().minus(LOW_WATER_MARGIN);
    var left = next.at() == null ? LONGEST_SLEEP : Duration.between(next.now(), next.at());
    return left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
  }
}
