package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.Clock.Start;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Clocks for tests. */
final class Clocks {
  static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");

  private Clocks() {}

  static DeadlinePolicy policy(String budget, Rung... rungs) {
    return policy(Nature.SERVICE, budget, null, rungs);
  }

  static DeadlinePolicy policy(Nature nature, String budget, Budget longestPause, Rung... rungs) {
    var terms =
        new PolicyTerms(
            "RESOLVE",
            List.of("SLA-10"),
            nature,
            Budget.parse(budget),
            List.of(rungs),
            null,
            nature == Nature.STATUTORY
                ? null
                : new PolicyTerms.Pauses(Set.of("WAITING_FOR_CUSTOMER"), longestPause),
            null,
            null,
            null,
            null,
            true,
            false,
            false);
    return new DeadlinePolicy("resolve", 1, terms, Instant.EPOCH, "shipped", Instant.EPOCH);
  }

  static Clock running(DeadlinePolicy policy, WorkingCalendar calendar, String startedAt) {
    return attached(policy, calendar, startedAt, startedAt);
  }

  static Clock attached(
      DeadlinePolicy policy, WorkingCalendar calendar, String startedAt, String now) {
    var start =
        new Start(
            Calendars.at(startedAt),
            Calendars.at(now),
            policy.terms().budget(),
            false,
            null,
            null,
            null);
    return Clock.started(UUID.randomUUID(), CASE, policy, calendar, start);
  }
}
