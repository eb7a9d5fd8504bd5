package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.contracts.DeadlineApproaching;
import io.parceldesk.contracts.DeadlineBreached;
import io.parceldesk.contracts.DeadlineFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells of rungs that fired, in the order of their times: first the deadline's own event, then
 * {@link RungFired} to whoever escalates.
 */
@ApplicationScoped
class FiringAnnouncer {
  private final Outbox outbox;
  private final Event<RungFired> observers;
  private final DeadlineMeters meters;

  FiringAnnouncer(Outbox outbox, Event<RungFired> observers, DeadlineMeters meters) {
    this.outbox = outbox;
    this.observers = observers;
    this.meters = meters;
  }

  void announce(Case subject, Collection<Clock> clocks, List<Firing> claimed, Instant now) {
    CaseLog.about(subject.number().text(), () -> announceAll(subject, clocks, claimed, now));
  }

  private void announceAll(
      Case subject, Collection<Clock> clocks, List<Firing> claimed, Instant now) {
    var claimedAt = System.nanoTime();
    var rows =
        clocks.stream()
            .map(Clock::row)
            .collect(Collectors.toMap(row -> row.id, Function.identity()));
    claimed.stream()
        .filter(Firing::announced)
        .filter(firing -> rows.containsKey(firing.deadlineId()))
        .sorted(comparing(Firing::firedAt).thenComparing(firing -> firing.action().action()))
        .forEach(
            firing -> announce(subject, rows.get(firing.deadlineId()), firing, now, claimedAt));
  }

  private void announce(Case subject, DeadlineRow row, Firing firing, Instant now, long claimedAt) {
    var facts = facts(row, firing);
    var owner = subject.ownerOf(row.about);
    var topic = subject.number().kind().topic();
    switch (firing.action().action()) {
      case WARNING ->
          outbox.append(
              subject.id(),
              topic,
              new DeadlineApproaching(
                  subject.facts(), facts, owner, subject.contact(), subject.accessCode()));
      case BREACH ->
          outbox.append(
              subject.id(),
              topic,
              new DeadlineBreached(subject.facts(), facts, owner, subject.contact()));
      case ESCALATION -> {} // the owning service tells of it, if the case is raised at all
    }
    observers.fire(new RungFired(subject, facts, firing.action(), now));
    meters.fired(row, firing, claimedAt);
  }

  private static DeadlineFacts facts(DeadlineRow row, Firing firing) {
    return new DeadlineFacts(
        row.kind,
        row.rule,
        row.policyId + "@" + row.policyVersion,
        row.nature.name(),
        row.startedAt,
        firing.dueAt(),
        firing.firedAt(),
        firing.detectedAt(),
        firing.late(),
        firing.retroactive(),
        row.calendarComplete,
        row.about);
  }
}
