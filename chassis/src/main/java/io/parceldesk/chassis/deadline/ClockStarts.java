package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.deadline.Clock.Start;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Starts clocks of cases that are open: by which policy, with how much time, until when at most.
 */
@ApplicationScoped
class ClockStarts {
  private final DeadlineStore store;
  private final Rulebooks rulebooks;
  private final ClockWriter writer;
  private final WithoutPolicy withoutPolicy;
  private final DeadlineMeters meters;

  ClockStarts(
      DeadlineStore store,
      Rulebooks rulebooks,
      ClockWriter writer,
      WithoutPolicy withoutPolicy,
      DeadlineMeters meters) {
    this.store = store;
    this.rulebooks = rulebooks;
    this.writer = writer;
    this.withoutPolicy = withoutPolicy;
    this.meters = meters;
  }

  /**
   * One of the kind that is open ends and stays as its predecessor.
   *
   * @param startedAt since when it has run; it may turn out to be overdue already
   * @param promised when it is due by somebody's word (SLA-17), or null: as the policy has it
   */
  void start(Case subject, ClockKey key, Instant startedAt, Instant now, Instant promised) {
    var rules = rulebooks.current();
    var profile = profileOf(subject, key.about());
    var policy = rules.applying(key.kind(), profile, startedAt);
    if (policy.isEmpty()) {
      meters.withoutPolicy(profile, key.kind());
      withoutPolicy.note(subject.id(), key.kind());
      return;
    }
    var before = store.newest(subject.id(), key);
    before.ifPresent(clock -> clock.cancel(now));
    var start =
        new Start(
            startedAt,
            now,
            budget(policy.get(), startedAt, promised, before),
            promised != null,
            capOf(policy.get(), key.about(), subject),
            before.map(clock -> clock.row().id).orElse(null),
            key.about());
    var calendar = rules.calendarOf(profile.outlet());
    var started = Clock.started(newId(), subject.id(), policy.get(), calendar, start);
    started.settle(now);
    writer.write(subject, Stream.concat(before.stream(), Stream.of(started)).toList(), now);
  }

  /** What somebody else has to do, they do in their own working time. */
  static CaseProfile profileOf(Case subject, String about) {
    var profile = subject.profile();
    return about == null ? profile : profile.at(subject.ownerOf(about).outlet());
  }

  private static Budget budget(
      DeadlinePolicy policy, Instant startedAt, Instant promised, Optional<Clock> before) {
    if (promised != null) {
      return untilPromise(startedAt, promised);
    }
    var reopened = before.filter(clock -> clock.row().metAt != null);
    return policy.terms().reopening() == PolicyTerms.Reopening.REMAINING && reopened.isPresent()
        ? reopened.get().left()
        : policy.terms().budget();
  }

  static Budget untilPromise(Instant startedAt, Instant promised) {
    if (!promised.isAfter(startedAt)) {
      throw DomainException.refusedByRule(
          "SLA-17", "promise-in-the-past", "A promised time lies ahead");
    }
    var left = Duration.between(startedAt, promised.truncatedTo(ChronoUnit.MICROS));
    if (left.compareTo(Budget.LONGEST) > 0) {
      throw DomainException.refusedByRule(
          "SLA-17", "promise-too-far", "A promised time lies less than ten years ahead");
    }
    return new Elapsed(left);
  }

  private Instant capOf(DeadlinePolicy policy, String about, Case subject) {
    return policy.terms().cappedBy() == null
        ? null
        : capOf(policy, about, store.open(subject.id())).orElse(null);
  }

  /** Of the clock about the same, where there is one, else of the case's own. */
  static Optional<Instant> capOf(DeadlinePolicy policy, String about, List<Clock> others) {
    return others.stream()
        .map(Clock::row)
        .filter(row -> row.kind.equals(policy.terms().cappedBy()))
        .filter(row -> row.about == null || row.about.equals(about))
        .min(comparing(row -> row.about, nullsLast(naturalOrder())))
        .map(row -> row.dueAt);
  }

  static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
