package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.ClockSteps;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Writes what a decision means for a case whose lock is held. */
@ApplicationScoped
class CaseWriter {
  private final EntityManager entities;
  private final CaseSubjects subjects;
  private final ClockSteps clockSteps;
  private final CaseMeters meters;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CurrentCaller caller;

  CaseWriter(
      EntityManager entities,
      CaseSubjects subjects,
      ClockSteps clockSteps,
      CaseMeters meters,
      Timeline timeline,
      Outbox outbox,
      CurrentCaller caller) {
    this.entities = entities;
    this.subjects = subjects;
    this.clockSteps = clockSteps;
    this.meters = meters;
    this.timeline = timeline;
    this.outbox = outbox;
    this.caller = caller;
  }

  /** What the caller does, or hears. */
  <C extends Case> void write(Cases<C> cases, C subject, Change decided, Instant now) {
    write(cases, subject, decided, new Moment(now, caller.get().name()));
  }

  /** What follows from a limit that passed: nobody did it, whoever's request found it. */
  <C extends Case> void writeUnasked(Cases<C> cases, C subject, Change decided, Instant now) {
    write(cases, subject, decided, new Moment(now, caller.service().name()));
  }

  private record Moment(Instant now, String by) {}

  private <C extends Case> void write(Cases<C> cases, C subject, Change decided, Moment moment) {
    var change = cases.completed(subject, decided);
    entities.flush(); // what the schema refuses is refused before anything is announced
    subjects.enterNamed(cases, subject.id());
    clockSteps.apply(subject, change.clocks(), moment.now);
    meters.changed(subject, change);
    timeline.append(subject.id(), moment.now, moment.by, change);
    change.asides().forEach(aside -> timeline.append(subject.id(), moment.now, moment.by, aside));
    change
        .events()
        .forEach(event -> outbox.append(subject.id(), subject.number().kind().topic(), event));
  }
}
