package io.parceldesk.chassis.cases;

import java.time.Instant;

/**
 * A related case: ORIGIN is what this one came from, SUCCESSOR what came of it; SURVIVOR is what it
 * was merged into, DUPLICATE what was merged into it.
 */
public record CaseLink(String number, String kind, Relation relation, Instant linkedAt) {
  /** How the other case relates to this one. */
  public enum Relation {
    ORIGIN,
    SUCCESSOR,
    SURVIVOR,
    DUPLICATE
  }
}
