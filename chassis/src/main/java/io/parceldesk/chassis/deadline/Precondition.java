package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.problem.DomainException;

/** What a writer of rules must say of the version that it has read (RFC 9110). */
record Precondition(IfMatch ifMatch, boolean onlyNew) {

  /** 428 unless there is an If-Match, or {@code If-None-Match: *} for something new. */
  static Precondition of(IfMatch ifMatch, String ifNoneMatch) {
    var onlyNew = ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    var missing = ifMatch == null || ifMatch.header() == null || ifMatch.header().isBlank();
    if (missing && !onlyNew) {
      throw new DomainException(
          428, "if-match-required", "Say with If-Match which version you read");
    }
    return new Precondition(missing ? IfMatch.none() : ifMatch, onlyNew);
  }

  /** 412 when somebody else was faster. */
  void require(boolean exists, long version) {
    if (onlyNew && exists) {
      throw new DomainException(412, "stale-version", "It exists already; read it first")
          .with("currentVersion", version);
    }
    ifMatch.require(version);
  }
}
