package io.parceldesk.chassis.cases;

import java.time.Instant;

/** What a change of a case does to its clocks, in the words of the desk. */
public sealed interface ClockStep {

  /**
   * What the deadline of this kind asked for is done.
   *
   * @param about which of several of the kind, or null where a case has one
   */
  record Meet(String kind, String about) implements ClockStep {
    public Meet(String kind) {
      this(kind, null);
    }
  }

  /** The deadline of this kind has no object any more. */
  record Cancel(String kind, String about) implements ClockStep {
    public Cancel(String kind) {
      this(kind, null);
    }
  }

  /**
   * A deadline of this kind begins; one that is open ends and stays as its predecessor.
   *
   * @param about which of several of the kind, or null where a case has one
   * @param dueAt only where people promise a time, else the policy's budget decides: null
   */
  record Start(String kind, String about, Instant dueAt) implements ClockStep {
    public Start(String kind, Instant dueAt) {
      this(kind, null, dueAt);
    }
  }

  /** Whatever may stand still for this reason does so; refused when nothing may. */
  record Pause(String reason) implements ClockStep {}

  /** Whatever stands still runs again; refused when everything runs. */
  record Resume() implements ClockStep {}

  /** The customer got in touch, by whatever channel: waiting for them is over (conformance 8). */
  record CustomerSign() implements ClockStep {}

  /** The case has changed, and other policies may fit it now. */
  record Retarget() implements ClockStep {}
}
