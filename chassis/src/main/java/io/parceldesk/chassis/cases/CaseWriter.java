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
  private final ClockSteps clockSteps;
  private final CaseMeters meters;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CurrentCaller caller;

  CaseWriter(
      EntityManager entities,
      ClockSteps clockSteps,
      CaseMeters meters,
      Timeline timeline,
      Outbox outbox,
      CurrentCaller caller) {
    this.entities = entities;
    this.clockSteps = clockSteps;
    this.meters = meters;
    this.timeline = timeline;
    this.outbox = outbox;
    this.caller = caller;
  }

  <C extends Case> void write(Cases<C> cases, C subject, Change decided, Instant now) {
    var change = cases.completed(subject, decided);
    entities.flush(); // what the schema refuses is refused before anything is announced
    clockSteps.apply(subject, change.clocks(), now);
    meters.changed(subject, change);
    tell(subject, change, now);
    change.asides().forEach(aside -> tell(subject, aside, now));
    change
        .events()
        .forEach(event -> outbox.append(subject.id(), subject.number().kind().topic(), event));
  }

  private void tell(Case subject, Change change, Instant now) {
    timeline.append(subject.id(), now, caller.get().name(), change);
  }
}
