package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.ClockStep;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.deadline.Clock.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks of a case that is being opened: those of the policies, and what the opening itself
 * does to them. Nothing is written yet.
 */
public final class Opening {
  private final Rulebook rules;
  private final CaseProfile profile;
  private final Instant openedAt;
  private final List<Clock> clocks = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  Opening(Rulebook rules, CaseProfile profile, Instant openedAt) {
    this.rules = rules;
    this.profile = profile;
    this.openedAt = openedAt;
  }

  /** Starts what the policies start at an opening. */
  Opening startAll() {
    rules.kindsAtOpening(profile.kind(), openedAt).forEach(kind -> start(kind, null));
    clocks.forEach(
        clock ->
            ClockStarts.capOf(clock.policy(), null, clocks)
                .ifPresent(cap -> clock.capAt(cap, openedAt)));
    return this;
  }

  /** A clock more, or one that is met by the opening itself. */
  void take(ClockStep step) {
    if (step instanceof ClockStep.Start start) {
      clocks.removeIf(clock -> clock.row().kind.equals(start.kind()));
      start(start.kind(), start.dueAt());
    } else if (step instanceof Meet met) {
      clocks.stream()
          .filter(clock -> clock.row().kind.equals(met.kind()))
          .forEach(clock -> clock.meet(openedAt));
    } else {
      throw new IllegalArgumentException("An opening has no " + step);
    }
  }

  private void start(String kind, Instant promised) {
    rules
        .applying(kind, profile, openedAt)
        .ifPresentOrElse(policy -> clocks.add(started(policy, promised)), () -> missing.add(kind));
  }

  private Clock started(DeadlinePolicy policy, Instant promised) {
    var start =
        promised == null
            ? Start.of(policy, openedAt)
            : new Start(
                openedAt,
                openedAt,
                ClockStarts.untilPromise(openedAt, promised),
                true,
                null,
                null,
                null);
    var calendar = rules.calendarOf(profile.outlet());
    return Clock.started(ClockStarts.newId(), profile.caseId(), policy, calendar, start);
  }

  public OpeningClocks clocks() {
    return OpeningClocks.of(clocks, List.copyOf(missing));
  }

  CaseProfile profile() {
    return profile;
  }

  Instant openedAt() {
    return openedAt;
  }
}
