package io.parceldesk.chassis.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.transaction.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;

/** Counts what happened to clocks, once it is committed. */
@ApplicationScoped
class DeadlineMeters {
  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;

  DeadlineMeters(MeterRegistry metrics, AfterCommit afterCommit) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
  }

  /** {@code claimedAt} is when the row of the firing was written, by {@link System#nanoTime}. */
  void fired(DeadlineRow row, Firing firing, long claimedAt) {
    afterCommit.run(
        () -> {
          metrics
              .counter(
                  "parceldesk.deadline.fired",
                  "kind",
                  row.kind,
                  "rule",
                  row.rule,
                  "action",
                  firing.action().action().name())
              .increment();
          if (!firing.retroactive()) {
            lag(firing, Duration.ofNanos(System.nanoTime() - claimedAt));
          }
        });
  }

  /** From due to committed. */
  private void lag(Firing firing, Duration writing) {
    metrics
        .timer("parceldesk.deadline.firing.lag")
        .record(Duration.between(firing.firedAt(), firing.detectedAt()).plus(writing));
  }

  /** Of the clocks that were open before, those that are met now. */
  void met(Collection<Clock> clocks) {
    var met = clocks.stream().map(Clock::row).filter(row -> row.metAt != null).toList();
    if (!met.isEmpty()) {
      afterCommit.run(() -> met.forEach(this::met));
    }
  }

  private void met(DeadlineRow row) {
    var inTime = row.state == DeadlineState.MET;
    metrics
        .counter(
            "parceldesk.deadline.met",
            "kind",
            row.kind,
            "rule",
            row.rule,
            "in_time",
            String.valueOf(inTime))
        .increment();
  }

  void withoutPolicy(CaseProfile profile, String kind) {
    metrics
        .counter("parceldesk.deadline.without.policy", "case", profile.kind().name(), "kind", kind)
        .increment();
  }
}
