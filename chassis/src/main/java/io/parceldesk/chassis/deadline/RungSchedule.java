package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rungs of a policy with their keys and, for a due time, their times. The key is what makes a
 * rung fire once: it stays the same when the due time moves and, but for the warnings' count, when
 * the policy changes.
 */
record RungSchedule(List<Timed> rungs) {

  record Timed(String key, Rung rung, Instant at) {
    /** What should come before the due time but lies before the start never fires. */
    boolean isMeaningful(Instant startedAt) {
      return !rung.at().isBefore() || at.isAfter(startedAt);
    }
  }

  static RungSchedule of(
      PolicyTerms terms, Budget budget, Instant dueAt, WorkingCalendar calendar) {
    var timed = new ArrayList<Timed>();
    int warnings = 0;
    for (var rung : terms.rungs()) {
      var key =
          switch (rung.action()) {
            case WARNING -> "WARNING_" + ++warnings;
            case BREACH -> "BREACH";
            case ESCALATION -> "ESCALATION_" + rung.level();
          };
      timed.add(new Timed(key, rung, rung.at().from(dueAt, budget, calendar)));
    }
    timed.sort(Comparator.comparing(Timed::at)); // stable: at the same time, as the policy has it
    return new RungSchedule(List.copyOf(timed));
  }
}
