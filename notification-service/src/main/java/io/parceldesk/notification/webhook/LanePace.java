package io.parceldesk.notification.webhook;

import io.parceldesk.notification.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast one endpoint is written to by this replica: so many messages at once, so many a second,
 * one at a time while it is slow, none while its breaker rests. Uses a clock of this process: it
 * measures pauses, nothing that is stored.
 */
final class LanePace {
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final int FAILURES_IN_A_ROW = 10;
  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(15);

  private final Clock clock;
  private final Breaker breaker;
  private int concurrency = 1;
  private int ratePerSecond = 1;
  private double tokens = 1;
  private Instant filledAt;
  private int underWay;
  private boolean slow;

  LanePace(Clock clock) {
    this.clock = clock;
    this.breaker = new Breaker(FAILURES_IN_A_ROW, FIRST_REST, LONGEST_REST, clock);
    this.filledAt = clock.instant();
  }

  synchronized void allow(int concurrency, int ratePerSecond) {
    this.concurrency = concurrency;
    this.ratePerSecond = ratePerSecond;
  }

  /** How many may be under way now, those that are among them. */
  synchronized int room() {
    fill();
    var soMany = underWay + Math.max(0, (int) tokens);
    return breaker.room(Math.min(slow ? 1 : concurrency, soMany));
  }

  synchronized void started() {
    fill();
    underWay++;
    tokens--; // below zero where several were taken at once: made up for by waiting longer
  }

  synchronized void finished(boolean taken, Duration took) {
    underWay--;
    slow = took.compareTo(SLOW) > 0;
    if (taken) {
      breaker.succeeded();
    } else {
      breaker.failed();
    }
  }

  /** What was held against it counts no more. */
  synchronized void forgive() {
    breaker.succeeded();
    slow = false;
  }

  synchronized boolean isSlow() {
    return slow;
  }

  synchronized int slowlyUnderWay() {
    return slow ? underWay : 0;
  }

  /** A second's worth at most. */
  private void fill() {
    var now = clock.instant();
    var seconds = Duration.between(filledAt, now).toNanos() / 1e9;
    tokens = Math.min(ratePerSecond, tokens + Math.max(0, seconds) * ratePerSecond);
    filledAt = now;
  }
}
