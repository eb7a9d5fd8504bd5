package io.parceldesk.chassis.deadline;

/**
 * Which clock of a case is meant. Of most kinds a case has one, and {@code about} is null; where it
 * has several at a time, it says which: the id of what the clock is about.
 */
record ClockKey(String kind, String about) {
  /** The case's only clock of the kind. */
  static ClockKey of(String kind) {
    return new ClockKey(kind, null);
  }
}
