package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.Case;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes clocks that were changed under the lock of their case, and tells what fired by that. */
@ApplicationScoped
class ClockWriter {
  private final DeadlineStore store;
  private final DeadlineMeters meters;
  private final SweepSignal signal;
  private final FiringAnnouncer announcer;

  ClockWriter(
      DeadlineStore store, DeadlineMeters meters, SweepSignal signal, FiringAnnouncer announcer) {
    this.store = store;
    this.meters = meters;
    this.signal = signal;
    this.announcer = announcer;
  }

  void write(Case subject, List<Clock> clocks, Instant now) {
    if (clocks.isEmpty()) {
      return;
    }
    var claimed = store.save(clocks);
    meters.met(clocks);
    clocks.stream()
        .map(clock -> clock.row().nextRungAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .ifPresent(next -> signal.expectAfterCommit(next, now));
    announcer.announce(subject, clocks, claimed, now);
  }
}
