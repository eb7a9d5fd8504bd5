package io.parceldesk.complaint;

import io.parceldesk.chassis.deadline.Nature;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.DeadlineFacts;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;

/**
 * How high a complaint was raised (CMP-32), whether somebody up there has taken it on, and what
 * raises it further.
 *
 * @param escalationLevel 0 not at all, 1 supervisor, 2 department head, 3 headquarters
 * @param escalationTakenBy who acknowledged the level that it has, or null
 * @param escalatedTo whom the directory names at the level
 */
@Embeddable
public record Escalated(
    int escalationLevel,
    String escalationTakenBy,
    Instant escalationTakenAt,
    @Convert(converter = EscalatedToJson.class) @ColumnTransformer(write = "?::jsonb")
        List<EscalationContact> escalatedTo) {
  static final Escalated NOT_AT_ALL = new Escalated(0, null, null, List.of());

  private static final int HEADQUARTERS = 3;

  boolean isRaised() {
    return escalationLevel > 0;
  }

  boolean isTakenOn() {
    return escalationTakenBy != null;
  }

  boolean waitsForSomebody() {
    return isRaised() && !isTakenOn();
  }

  /** Somebody asks for a higher level than the one reached. */
  Raise onRequest(int level, String reasonCode, String by) {
    if (level <= escalationLevel) {
      throw new DomainException(
          409, "already-escalated", "The complaint is at level " + escalationLevel + " already");
    }
    return Raise.onRequest(level, reasonCode, by);
  }

  /** Once somebody has taken it on, only the law's deadlines raise it. */
  Optional<Raise> onDeadline(int level, DeadlineFacts deadline) {
    var isStopped = isTakenOn() && !deadline.nature().equals(Nature.STATUTORY.name());
    return isStopped ? Optional.empty() : higher(Raise.onDeadline(level, deadline));
  }

  /** The second dissatisfied call-back raises it, and each after it (AMB-35). */
  Optional<Raise> onDissatisfaction(int callBacks) {
    return callBacks >= 2 && escalationLevel < HEADQUARTERS
        ? Optional.of(Raise.onDissatisfaction(escalationLevel + 1))
        : Optional.empty();
  }

  Optional<Raise> higher(Raise raise) {
    return raise.level() > escalationLevel ? Optional.of(raise) : Optional.empty();
  }

  /** A new level waits again for somebody to take it on. */
  Escalated to(int level) {
    return new Escalated(level, null, null, List.of());
  }

  Escalated turnedTo(List<EscalationContact> people) {
    return new Escalated(escalationLevel, escalationTakenBy, escalationTakenAt, people);
  }

  Escalated takenOn(String by, Instant at) {
    if (!waitsForSomebody()) {
      throw new DomainException(
          409, "no-escalation-waits", "No escalation waits for somebody to take it on");
    }
    return new Escalated(escalationLevel, by, at, escalatedTo);
  }
}
