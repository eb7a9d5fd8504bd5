package io.parceldesk.notification.delivery;

import java.time.Duration;

/** What is left of a time that several share, however they share it. */
final class TimeLeft {
  private final long endsAt; // of System.nanoTime()

  TimeLeft(Duration whole) {
    this.endsAt = System.nanoTime() + whole.toNanos();
  }

  Duration now() {
    return Duration.ofNanos(Math.max(0, endsAt - System.nanoTime()));
  }
}
