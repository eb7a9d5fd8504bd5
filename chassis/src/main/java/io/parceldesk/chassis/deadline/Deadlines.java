package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.ClockStep;
import io.parceldesk.chassis.deadline.Clock.Start;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The clocks of cases. Every operation takes place in the transaction that holds the lock of the
 * case's stream, with the time that the database had then. What was due by that time fires first,
 * in the same transaction.
 */
@ApplicationScoped
public class Deadlines {
  private final DeadlineStore store;
  private final Rulebooks rulebooks;
  private final ClockStarts starts;
  private final ClockWriter writer;
  private final SweepSignal signal;
  private final WithoutPolicy withoutPolicy;
  private final DeadlineMeters meters;

  Deadlines(
      DeadlineStore store,
      Rulebooks rulebooks,
      ClockStarts starts,
      ClockWriter writer,
      SweepSignal signal,
      WithoutPolicy withoutPolicy,
      DeadlineMeters meters) {
    this.store = store;
    this.rulebooks = rulebooks;
    this.starts = starts;
    this.writer = writer;
    this.signal = signal;
    this.withoutPolicy = withoutPolicy;
    this.meters = meters;
  }

  /**
   * The deadlines that a new case opens with, before its opening says what it does to them.
   *
   * @param startsClocks false where only the opening itself may start some
   */
  public Opening opening(CaseProfile profile, Instant openedAt, boolean startsClocks) {
    var opening = new Opening(rulebooks.current(), profile, openedAt);
    return startsClocks ? opening.startAll() : opening;
  }

  /**
   * What the opening does to them: it starts further clocks, or meets some at once. The caller
   * inserts the rows.
   */
  public OpeningClocks openWith(Opening opening, List<ClockStep> steps) {
    steps.forEach(opening::take);
    var clocks = opening.clocks();
    clocks.withoutPolicy().forEach(kind -> meters.withoutPolicy(opening.profile(), kind));
    clocks.nextRungAt().ifPresent(next -> signal.expectAfterCommit(next, opening.openedAt()));
    return clocks;
  }

  /** When a clock of this kind would be due if it started now; null where no policy fits. */
  public Instant wouldBeDueAt(CaseProfile profile, String kind, Instant at) {
    var rules = rulebooks.current();
    return rules
        .applying(kind, profile, at)
        .map(
            policy ->
                Clock.started(
                        ClockStarts.newId(),
                        profile.caseId(),
                        policy,
                        rules.calendarOf(profile.outlet()),
                        Start.of(policy, at))
                    .row()
                    .dueAt)
        .orElse(null);
  }

  /** When a clock of these kinds that is not overdue yet is due first; null where none runs. */
  public Instant earliestDueAt(Collection<UUID> caseIds, Set<String> kinds, Instant now) {
    return store.open(caseIds).stream()
        .map(Clock::row)
        .filter(row -> row.about == null && kinds.contains(row.kind))
        .map(row -> row.dueAt)
        .filter(due -> due.isAfter(now))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /**
   * Fires what has come due and no sweep has found yet, with all that follows from it; whether
   * there was any. What comes after it finds the case as the passing of its limits left it.
   */
  public boolean fireDue(Case subject, Instant now) {
    var due = store.due(List.of(subject.id()), now);
    change(subject, due, now, clock -> clock.settle(now));
    return !due.isEmpty();
  }

  /** Starts a clock now; one of the kind that is open ends and stays as its predecessor. */
  public void start(Case subject, String kind, Instant at) {
    start(subject, kind, at, null);
  }

  /** Starts a clock that is due at a promised time (SLA-17); null: as the policy has it. */
  public void start(Case subject, String kind, Instant at, Instant dueAt) {
    start(subject, ClockKey.of(kind), at, dueAt);
  }

  void start(Case subject, ClockKey key, Instant at, Instant dueAt) {
    starts.start(subject, key, at, at, dueAt);
  }

  /** Starts a clock that has run since {@code startedAt}; it may turn out to be overdue already. */
  public void attach(Case subject, String kind, Instant startedAt, Instant now) {
    starts.start(subject, ClockKey.of(kind), startedAt, now, null);
  }

  /**
   * Meets the open clocks of these kinds. At the due time or later that is a breach, announced now.
   */
  public void meet(Case subject, Collection<String> kinds, Instant at) {
    meetThose(subject, kinds.stream().map(ClockKey::of).collect(Collectors.toSet()), at);
  }

  void meetThose(Case subject, Set<ClockKey> keys, Instant at) {
    change(subject, keys, at, clock -> clock.meet(at));
  }

  /** Ends such open clocks without their having been met. */
  void cancelThose(Case subject, Set<ClockKey> keys, Instant at) {
    change(subject, keys, at, clock -> clock.cancel(at));
  }

  /** Ends all open clocks: a case that was merged or superseded escalates no more. */
  public void cancelAll(Case subject, Instant at) {
    change(subject, store.open(subject.id()), at, clock -> clock.cancel(at));
  }

  /** The same where nothing of the merged case goes on. */
  public void merge(Case merged, Case survivor, Instant at) {
    merge(merged, survivor, Set.of(), at);
  }

  /**
   * Ends the open clocks of a case that was merged into another; where both had such a one open,
   * the earlier due time rules the survivor (conformance 10). The caller holds both locks.
   *
   * @param going what goes on in the survivor: clocks about it go there as they are
   */
  public void merge(Case merged, Case survivor, Set<String> going, Instant at) {
    if (!going.isEmpty()) {
      store.handOver(merged.id(), survivor.id(), going);
    }
    var ending = store.open(merged.id());
    var staying = store.open(survivor.id());
    for (var clock : staying) {
      ending.stream()
          .filter(other -> other.row().key().equals(clock.row().key()))
          .forEach(other -> clock.takeOver(other.row().dueAt, at));
    }
    ending.forEach(clock -> clock.cancel(at));
    writer.write(merged, ending, at);
    writer.write(survivor, staying, at);
  }

  /** Stops every clock whose policy allows the reason; the kinds that stand still from now on. */
  public List<String> pause(Case subject, String reason, Instant at) {
    var paused = new ArrayList<String>();
    change(
        subject,
        store.open(subject.id()),
        at,
        clock -> {
          if (clock.pause(at, reason)) {
            paused.add(clock.row().kind);
          }
        });
    return List.copyOf(paused);
  }

  /** Why open clocks of the case may stand still. */
  public Set<String> pauseReasons(Case subject) {
    return store.open(subject.id()).stream()
        .flatMap(clock -> clock.policy().terms().pauses().reasons().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The customer got in touch: what waited for them runs again, and where they had been answered
   * before, the clock for the next answer starts (conformance 6 to 8).
   */
  public void hearFromCustomer(Case subject, Instant at) {
    resume(subject, at);
    var rules = rulebooks.current();
    for (var policy : rules.startingAfterAnAnswer(subject.profile(), at)) {
      var isAnswered =
          store
              .newest(subject.id(), ClockKey.of(policy.terms().startsAfter()))
              .filter(answer -> answer.row().metAt != null)
              .isPresent();
      var runs = !open(subject, Set.of(ClockKey.of(policy.terms().kind()))).isEmpty();
      if (isAnswered && !runs) {
        start(subject, policy.terms().kind(), at);
      }
    }
  }

  /** Lets every paused clock run again; the kinds that do. */
  public List<String> resume(Case subject, Instant at) {
    var resumed = new ArrayList<String>();
    change(
        subject,
        store.open(subject.id()),
        at,
        clock -> {
          if (clock.resume(at)) {
            resumed.add(clock.row().kind);
          }
        });
    return List.copyOf(resumed);
  }

  /**
   * After a change of category, severity, tier or urgency: where another policy fits now, the open
   * clock follows that one. Time that stood still stays credited.
   */
  public void retarget(Case subject, Instant at) {
    var rules = rulebooks.current();
    var clocks = store.open(subject.id());
    for (var clock : clocks) {
      rules
          .applying(
              clock.row().kind,
              ClockStarts.profileOf(subject, clock.row().about),
              clock.row().startedAt)
          .filter(policy -> !policy.id().equals(clock.row().policyId))
          .ifPresent(policy -> clock.retarget(at, policy));
    }
    writer.write(subject, clocks, at);
  }

  /** What the views of these cases show; a case without deadlines is left out. */
  public Map<UUID, List<DeadlineView>> of(Collection<UUID> caseIds) {
    return caseIds.isEmpty() ? Map.of() : DeadlineViews.byCase(store.all(caseIds));
  }

  /** Kinds that should have started and that no policy fitted; most cases are left out. */
  public Map<UUID, List<String>> withoutPolicy(Collection<UUID> caseIds) {
    return caseIds.isEmpty() ? Map.of() : withoutPolicy.of(caseIds);
  }

  private void change(Case subject, Set<ClockKey> keys, Instant at, Consumer<Clock> operation) {
    if (!keys.isEmpty()) {
      change(subject, open(subject, keys), at, operation);
    }
  }

  private List<Clock> open(Case subject, Set<ClockKey> keys) {
    var kinds = keys.stream().map(ClockKey::kind).collect(Collectors.toSet());
    return store.open(subject.id(), kinds).stream()
        .filter(clock -> keys.contains(clock.row().key()))
        .toList();
  }

  private void change(Case subject, List<Clock> clocks, Instant at, Consumer<Clock> operation) {
    clocks.forEach(operation);
    writer.write(subject, clocks, at);
  }
}
