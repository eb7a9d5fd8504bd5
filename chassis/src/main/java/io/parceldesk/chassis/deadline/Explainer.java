package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.DeadlineExplanation.Limit;
import io.parceldesk.chassis.deadline.DeadlineExplanation.RungView;
import io.parceldesk.chassis.deadline.DeadlineExplanation.RungView.State;
import io.parceldesk.chassis.deadline.RungSchedule.Timed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Explains one clock from its ledger, policy and calendar. Pure. */
final class Explainer {
  private final DeadlineRow row;
  private final Clock clock;
  private final Budget budget;
  private final Ledger counted;
  private final ExplanationWords words;
  private final SkippedDays days;
  private final Instant uncapped;

  Explainer(Clock clock, ExplanationWords words) {
    this.row = clock.row();
    this.clock = clock;
    this.words = words;
    this.budget = Budget.parse(row.budget);
    this.counted = clock.ledger().from(row.countsFrom);
    this.days = new SkippedDays(budget, counted, clock.calendar(), words);
    this.uncapped = budget.dueAt(counted, clock.calendar()).at();
  }

  DeadlineExplanation explain(DeadlineView view, Map<String, Firing> firings) {
    var skipped = days.until(row.dueAt);
    return new DeadlineExplanation(
        new ExplanationSentence(this, words).of(skipped),
        view,
        clock.policy().terms().rules(),
        row.budget,
        row.promised,
        row.calendarId,
        row.countsFrom,
        row.retroactive,
        limit(),
        clock.ledger().segments(),
        skipped,
        days.makeUpDays(row.dueAt),
        yearsWithoutData(),
        endOfHolidays(),
        isCalendarEditedSince(),
        rungs(firings));
  }

  DeadlineRow row() {
    return row;
  }

  Budget budget() {
    return budget;
  }

  Ledger counted() {
    return counted;
  }

  DeadlinePolicy policy() {
    return clock.policy();
  }

  /** What the due time may not exceed; null where nothing limits it. */
  Limit limit() {
    var limit = Limits.earliest(row.capAt, row.mergedDueAt);
    if (limit == null) {
      return null;
    }
    return new Limit(limit.equals(row.capAt) ? clock.policy().terms().cappedBy() : null, limit);
  }

  boolean isCutShort() {
    return row.dueAt.isBefore(uncapped);
  }

  List<Integer> yearsWithoutData() {
    if (row.calendarComplete) {
      return List.of();
    }
    var calendar = clock.calendar();
    var first = calendar.dateOf(counted.startedAt()).getYear();
    var last = calendar.dateOf(row.dueAt.minusNanos(1)).getYear();
    return IntStream.rangeClosed(first, last)
        .filter(year -> !calendar.years().contains(year))
        .boxed()
        .toList();
  }

  boolean isCalendarEditedSince() {
    return row.calendarRevision < clock.calendar().revision();
  }

  private Instant endOfHolidays() {
    var calendar = clock.calendar();
    var lastDay = calendar.dateOf(row.dueAt.minusNanos(1));
    return budget instanceof CalendarDays && !calendar.isWorkingDay(lastDay)
        ? calendar.endOf(calendar.plusWorkingDays(lastDay, 1))
        : null;
  }

  private List<RungView> rungs(Map<String, Firing> firings) {
    return clock.schedule().rungs().stream()
        .map(timed -> rung(timed, firings.get(timed.key())))
        .toList();
  }

  private RungView rung(Timed timed, Firing firing) {
    return new RungView(
        timed.key(),
        timed.rung().action(),
        timed.rung().level(),
        timed.rung().at().text(),
        state(timed, firing),
        firing == null ? timed.at() : firing.firedAt(),
        firing == null ? null : firing.detectedAt(),
        firing == null ? null : firing.late());
  }

  private State state(Timed timed, Firing firing) {
    if (firing != null) {
      return firing.announced() ? State.FIRED : State.RECORDED;
    }
    return row.isOpen() && timed.isMeaningful(row.startedAt) ? State.PENDING : State.NEVER;
  }
}
