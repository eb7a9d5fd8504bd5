package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code deadline}, column by column; only {@link Clock} changes one. */
public final class DeadlineRow {
  UUID id;
  UUID caseId;
  String kind;
  String about;
  String policyId;
  int policyVersion;
  String rule;
  Nature nature;
  String budget;
  boolean promised;
  String calendarId;
  long calendarRevision;
  Instant startedAt;
  Instant countsFrom;
  Instant capAt;
  Instant mergedDueAt;
  Instant dueAt;
  Instant projectedAt;
  boolean calendarComplete;
  DeadlineState state;
  Instant metAt;
  Instant breachedAt;
  Instant cancelledAt;
  boolean retroactive;
  UUID previous;
  Instant nextRungAt;
  int failures;

  boolean isOpen() {
    return metAt == null && cancelledAt == null;
  }

  ClockKey key() {
    return new ClockKey(kind, about);
  }
}
