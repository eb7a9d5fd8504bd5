package io.parceldesk.chassis.deadline;

import java.time.Instant;

/**
 * A stretch of time in which a clock ran, or stood still for a reason.
 *
 * @param reason why it stood still; null while it ran
 * @param toAt null for the stretch that lasts
 */
public record Segment(State state, String reason, Instant fromAt, Instant toAt) {

  public enum State {
    RUNNING,
    PAUSED
  }

  static Segment running(Instant from) {
    return new Segment(State.RUNNING, null, from, null);
  }

  static Segment paused(String reason, Instant from) {
    return new Segment(State.PAUSED, reason, from, null);
  }

  Segment until(Instant to) {
    return new Segment(state, reason, fromAt, to);
  }

  boolean runs() {
    return state == State.RUNNING;
  }

  /** Whether the stretch holds the last moment before the instant. */
  boolean holdsMomentBefore(Instant at) {
    return fromAt.isBefore(at) && (toAt == null || !at.isAfter(toAt));
  }
}
