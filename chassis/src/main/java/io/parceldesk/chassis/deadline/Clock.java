package io.parceldesk.chassis.deadline;

import static io.parceldesk.chassis.deadline.DeadlineState.BREACHED;
import static io.parceldesk.chassis.deadline.DeadlineState.CANCELLED;
import static io.parceldesk.chassis.deadline.DeadlineState.MET;
import static io.parceldesk.chassis.deadline.DeadlineState.PAUSED;
import static io.parceldesk.chassis.deadline.DeadlineState.RUNNING;

import io.parceldesk.chassis.deadline.RungSchedule.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One deadline and everything that can happen to it. Pure: time, policy and calendar are given.
 * Each operation first fires what was due until then, so that no outcome depends on whether a sweep
 * came by in time.
 */
final class Clock {
  /** Some sleeps of the sweep: found later than this is late. */
  static final Duration NOTICEABLE = Duration.ofSeconds(2);

  private final DeadlineRow row;
  private final Set<String> fired;
  private final List<Firing> firings = new ArrayList<>();
  private Ledger ledger;
  private DeadlinePolicy policy;
  private WorkingCalendar calendar;

  Clock(
      DeadlineRow row,
      Ledger ledger,
      Set<String> fired,
      DeadlinePolicy policy,
      WorkingCalendar calendar) {
    this.row = row;
    this.ledger = ledger;
    this.fired = new HashSet<>(fired);
    this.policy = policy;
    this.calendar = calendar;
  }

  /** A clock that has run since {@code startedAt}; {@code now} is later only when attached late. */
  static Clock started(
      UUID id, UUID caseId, DeadlinePolicy policy, WorkingCalendar calendar, Start start) {
    var row = new DeadlineRow();
    row.id = id;
    row.caseId = caseId;
    row.startedAt = start.startedAt();
    row.countsFrom = start.startedAt();
    row.capAt = start.capAt();
    row.previous = start.previous();
    row.about = start.about();
    row.promised = start.promised();
    row.state = RUNNING;
    var clock = new Clock(row, Ledger.startedAt(start.startedAt()), Set.of(), policy, calendar);
    clock.follow(policy, start.budget());
    clock.project(start.now());
    return clock;
  }

  /**
   * How a clock is started.
   *
   * @param budget the policy's, or what was promised or left
   * @param promised whether the budget is somebody's word and not the policy's
   * @param capAt never due later than this, or null
   * @param previous the deadline that this one takes the place of, or null
   * @param about which of several clocks of the kind, or null where a case has one
   */
  record Start(
      Instant startedAt,
      Instant now,
      Budget budget,
      boolean promised,
      Instant capAt,
      UUID previous,
      String about) {

    /** From now on, for the policy's whole budget. */
    static Start of(DeadlinePolicy policy, Instant now) {
      return new Start(now, now, policy.terms().budget(), false, null, null, null);
    }
  }

  /** Fires, in order, whatever was due by now. */
  void settle(Instant now) {
    endLongPause(now);
    if (!row.isOpen() || row.state == PAUSED) {
      return;
    }
    for (var next : unfired()) {
      if (!next.at().isAfter(now)) {
        fire(next, now);
      }
    }
    look();
  }

  /** Meeting at the due time or later is a breach, whoever noticed it first. */
  void meet(Instant now) {
    resume(now);
    settle(now);
    if (row.isOpen()) {
      row.metAt = now;
      row.state = row.state == BREACHED ? BREACHED : MET;
      end(now);
    }
  }

  void cancel(Instant now) {
    settle(now);
    if (row.isOpen()) {
      row.cancelledAt = now;
      row.state = row.state == BREACHED ? BREACHED : CANCELLED;
      end(now);
    }
  }

  /** Stands still from now on; false where there is nothing to pause. */
  boolean pause(Instant now, String reason) {
    settle(now);
    if (row.state != RUNNING || !policy.terms().pauses().reasons().contains(reason)) {
      return false;
    }
    ledger = ledger.pause(now, reason);
    row.state = PAUSED;
    look();
    return true;
  }

  /** Runs again; false where it was not paused. */
  boolean resume(Instant now) {
    settle(now);
    if (row.state != PAUSED) {
      return false;
    }
    runAgain(now);
    settle(now); // its cap may have passed meanwhile
    return true;
  }

  /** Computes the due time again under an edited calendar or policy; the ledger stays. */
  void reproject(
      Instant now, DeadlinePolicy newPolicy, WorkingCalendar newCalendar, Instant newCap) {
    settle(now);
    if (row.state == RUNNING || row.state == PAUSED) {
      var isPolicys = row.budget.equals(policy.terms().budget().text());
      follow(newPolicy, isPolicys ? newPolicy.terms().budget() : Budget.parse(row.budget));
      calendar = newCalendar;
      row.capAt = newCap;
      project(now);
      settle(now); // it may be overdue now
    }
  }

  /** The case has changed and another policy applies: as that one says, from the start, or anew. */
  void retarget(Instant now, DeadlinePolicy newPolicy) {
    settle(now);
    if (row.state != RUNNING && row.state != PAUSED) {
      return;
    }
    var used = Budget.parse(row.budget).usedShare(ledger.from(row.countsFrom), now, calendar);
    var terms = newPolicy.terms();
    var budget = row.promised ? Budget.parse(row.budget) : terms.budget();
    if (!row.promised && terms.retarget() != PolicyTerms.Retarget.RETROACTIVE) {
      row.countsFrom = now;
      budget = terms.retarget() == PolicyTerms.Retarget.RESTART ? budget : budget.times(1 - used);
    }
    follow(newPolicy, budget);
    project(now);
    settle(now); // it may be overdue now
  }

  /** What is left of the budget at the end, for a case that was opened again. */
  Budget left() {
    var end = row.metAt == null ? row.cancelledAt : row.metAt;
    var budget = Budget.parse(row.budget);
    return budget.times(1 - budget.usedShare(ledger.from(row.countsFrom), end, calendar));
  }

  /** Never due later than this (SLA-19). */
  void capAt(Instant cap, Instant now) {
    row.capAt = cap;
    project(now);
  }

  /** A case with a deadline of the same kind was merged into this one (conformance 10). */
  void takeOver(Instant mergedDueAt, Instant now) {
    settle(now);
    if (row.state == RUNNING || row.state == PAUSED) {
      row.mergedDueAt = Limits.earliest(row.mergedDueAt, mergedDueAt);
      project(now);
      settle(now); // it may be overdue now
    }
  }

  DeadlineRow row() {
    return row;
  }

  DeadlinePolicy policy() {
    return policy;
  }

  Ledger ledger() {
    return ledger;
  }

  WorkingCalendar calendar() {
    return calendar;
  }

  /** What fired since the clock was loaded, in order. */
  List<Firing> firings() {
    return List.copyOf(firings);
  }

  List<SegmentRow> segmentRows() {
    var rows = new ArrayList<SegmentRow>();
    for (var s : ledger.segments()) {
      rows.add(new SegmentRow(row.id, rows.size(), s.state(), s.reason(), s.fromAt(), s.toAt()));
    }
    return rows;
  }

  RungSchedule schedule() {
    return RungSchedule.of(policy.terms(), Budget.parse(row.budget), row.dueAt, calendar);
  }

  private void runAgain(Instant at) {
    ledger = ledger.resume(at);
    row.state = RUNNING;
    project(at);
  }

  private void endLongPause(Instant now) {
    var end = row.state == PAUSED ? longestPauseEnd() : null;
    if (end != null && !end.isAfter(now)) {
      runAgain(end);
    }
  }

  /** When the running pause ends by itself, or null. */
  private Instant longestPauseEnd() {
    var longest = policy.terms().pauses().longest();
    return longest == null ? null : longest.after(ledger.last().fromAt(), calendar);
  }

  private void follow(DeadlinePolicy newPolicy, Budget budget) {
    policy = newPolicy;
    row.kind = newPolicy.terms().kind();
    row.policyId = newPolicy.id();
    row.policyVersion = newPolicy.version();
    row.rule = newPolicy.rule();
    row.nature = newPolicy.terms().nature();
    row.budget = budget.text();
  }

  /** The stored due time is this and nothing else: ledger, budget, calendar and limits replayed. */
  private void project(Instant now) {
    var due = Budget.parse(row.budget).dueAt(ledger.from(row.countsFrom), calendar);
    row.dueAt = Limits.earliest(Limits.earliest(row.capAt, row.mergedDueAt), due.at());
    row.calendarComplete = due.calendarComplete();
    row.calendarId = calendar.id();
    row.calendarRevision = calendar.revision();
    row.projectedAt = now;
    row.retroactive =
        row.state == RUNNING && now.isAfter(row.startedAt) && !now.isBefore(row.dueAt);
    if (row.retroactive) {
      recordEarlierRungs(now);
    }
    look();
  }

  /** What lay before a breach that was there from the beginning is no news any more. */
  private void recordEarlierRungs(Instant now) {
    for (var earlier : unfired()) {
      if (earlier.rung().at().isBefore()) {
        record(earlier, now, false);
      }
    }
  }

  private void fire(Timed next, Instant now) {
    record(next, now, true);
    if (next.rung().isBreach()) {
      row.state = BREACHED;
      row.breachedAt = next.at();
    }
  }

  private void record(Timed next, Instant now, boolean announced) {
    fired.add(next.key());
    var late = !now.isBefore(next.at().plus(NOTICEABLE));
    firings.add(
        new Firing(
            row.id,
            next.key(),
            row.dueAt,
            next.at(),
            now,
            late,
            row.retroactive,
            announced,
            next.rung()));
  }

  /** Not before the time at which the due time became known: nobody could have fired it then. */
  private List<Timed> unfired() {
    return schedule().rungs().stream()
        .filter(timed -> !fired.contains(timed.key()) && timed.isMeaningful(row.startedAt))
        .map(
            timed ->
                timed.at().isBefore(row.projectedAt)
                    ? new Timed(timed.key(), timed.rung(), row.projectedAt)
                    : timed)
        .toList();
  }

  /**
   * When the sweep has to look next: at the next rung, or when the pause has lasted long enough.
   */
  private void look() {
    row.failures = 0;
    row.nextRungAt =
        row.state == PAUSED
            ? longestPauseEnd()
            : unfired().stream().map(Timed::at).findFirst().orElse(null);
  }

  private void end(Instant now) {
    ledger = ledger.close(now);
    row.nextRungAt = null;
    row.failures = 0;
  }
}
