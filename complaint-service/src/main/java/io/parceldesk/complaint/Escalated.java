package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How high a complaint was raised (CMP-32) and whether somebody up there has taken it on.
 *
 * @param escalationLevel 0 not at all, 1 supervisor, 2 department head, 3 headquarters
 * @param escalationTakenBy who acknowledged the level that it has, or null
 */
@Embeddable
public record Escalated(int escalationLevel, String escalationTakenBy, Instant escalationTakenAt) {
  static final Escalated NOT_AT_ALL = new Escalated(0, null, null);

  static final int HEADQUARTERS = 3;

  boolean isTakenOn() {
    return escalationTakenBy != null;
  }

  Escalated to(int level) {
    return new Escalated(level, null, null);
  }

  Escalated takenOn(String by, Instant at) {
    return new Escalated(escalationLevel, by, at);
  }
}
