package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Computes the open clocks of a case again under rules that are newer than they know. */
final class Realignment {
  private Realignment() {}

  /**
   * A due time that has moved.
   *
   * @param policyChanged whether because of a version of its policy, else because of its calendar
   * @param fromRevision of the calendar that counted before
   */
  record Move(Clock clock, Instant before, boolean policyChanged, long fromRevision) {
    Instant after() {
      return clock.row().dueAt;
    }
  }

  static List<Move> follow(Rulebook rules, List<Clock> clocksOfCase, Instant now) {
    var moves = new ArrayList<Move>();
    for (var clock : inOrderOfCaps(clocksOfCase)) {
      var row = clock.row();
      var before = row.dueAt;
      var fromRevision = row.calendarRevision;
      var policy = policyFor(rules, clock, now);
      var policyChanged = policy != clock.policy();
      clock.reproject(
          now,
          policy,
          rules.calendars().get(row.calendarId),
          ClockStarts.capOf(policy, row.about, clocksOfCase).orElse(row.capAt));
      if (!before.equals(row.dueAt)) {
        moves.add(new Move(clock, before, policyChanged, fromRevision));
      }
    }
    return moves;
  }

  private static DeadlinePolicy policyFor(Rulebook rules, Clock clock, Instant now) {
    return rules
        .inForce(clock.row().policyId, now)
        .filter(newer -> newer.terms().applyToOpen())
        .filter(newer -> newer.version() > clock.row().policyVersion)
        .orElse(clock.policy());
  }

  /** What caps others is computed before them. */
  private static List<Clock> inOrderOfCaps(List<Clock> clocks) {
    return clocks.stream().sorted((a, b) -> Boolean.compare(isCapped(a), isCapped(b))).toList();
  }

  private static boolean isCapped(Clock clock) {
    return clock.policy().terms().cappedBy() != null;
  }
}
