package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.sweep.DueLoop;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sweeps the deadlines when the next rung has come; between, brings them in line with rules. */
@ApplicationScoped
class SweepLoop implements DueLoop.Work {
  static final String NEXT =
      """
      select clock_timestamp() as now,
             (select min(next_rung_at) from deadline where next_rung_at > ?) as next
      """;

  private final Sql sql;
  private final DeadlineSweep sweep;
  private final Reprojection reprojection;
  private final LockedCases cases;
  private final SweepSignal signal;
  private final boolean enabled;
  private final DueLoop loop;
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
    this.loop = new DueLoop("deadline-sweep", this, signal);
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
    loop.start();
  }

  void stop() throws InterruptedException {
    loop.stop();
  }

  @Override
  public DueLoop.Next next(Instant lowWater) {
    return sql.first(
            NEXT,
            row -> new DueLoop.Next(SqlValue.instant(row, "now"), SqlValue.instant(row, "next")),
            lowWater)
        .orElseThrow();
  }

  @Override
  public int sweep(Instant lowWater) {
    return sweep.sweep(lowWater);
  }

  /** A batch at a time, so that what is due comes first. */
  @Override
  public boolean aside() {
    rulesMayBeNewer |= signal.rulesHaveChanged();
    if (rulesMayBeNewer) {
      rulesMayBeNewer = reprojection.advance() > 0;
    }
    return rulesMayBeNewer;
  }

  @Override
  public void lookAtAll() {
    rulesMayBeNewer = true;
  }
}
