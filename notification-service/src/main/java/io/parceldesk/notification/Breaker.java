package io.parceldesk.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets a lane rest after failures in a row, longer each time, then tries it with a single message.
 * Uses a clock of this process: it measures pauses, nothing that is stored.
 */
public final class Breaker {
  private final int failuresToOpen;
  private final Duration firstRest;
  private final Duration longestRest;
  private final Clock clock;

  private int failures;
  private Duration rest;
  private Instant restsUntil = Instant.MIN;

  public Breaker(int failuresToOpen, Duration firstRest, Duration longestRest, Clock clock) {
    this.failuresToOpen = failuresToOpen;
    this.firstRest = firstRest;
    this.longestRest = longestRest;
    this.clock = clock;
    this.rest = firstRest;
  }

  /** How much of {@code room} may be used: all, one message to try with, or nothing. */
  public synchronized int room(int room) {
    if (clock.instant().isBefore(restsUntil)) {
      return 0;
    }
    return failures >= failuresToOpen ? Math.min(1, room) : room;
  }

  public synchronized boolean rests() {
    return clock.instant().isBefore(restsUntil);
  }

  public synchronized boolean isOpen() {
    return failures >= failuresToOpen;
  }

  /** As operators see it. */
  public synchronized Carrier.Health health() {
    if (rests()) {
      return Carrier.Health.RESTING;
    }
    return isOpen() ? Carrier.Health.TRYING : Carrier.Health.WELL;
  }

  public synchronized void succeeded() {
    failures = 0;
    rest = firstRest;
  }

  public synchronized void failed() {
    failures++;
    if (failures >= failuresToOpen && !rests()) {
      restNow();
    }
  }

  /** The other side asked for less: rest at once. */
  public synchronized void throttled() {
    if (!rests()) {
      failures = Math.max(failures, failuresToOpen);
      restNow();
    }
  }

  private void restNow() {
    restsUntil = clock.instant().plus(rest);
    var doubled = rest.multipliedBy(2);
    rest = doubled.compareTo(longestRest) > 0 ? longestRest : doubled;
  }
}
