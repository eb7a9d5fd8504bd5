package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.problem.DomainException;

/** What a writer of rules must say of the version that it has read (RFC 9110). */
record Precondition(IfMatch ifMatch, boolean onlyNew) {

  /** 428 unless there is an If-Match, or {@code If-None-Match: *} for something new. */
  static Precondition of(IfMatch ifMatch, String ifNoneMatch) {
    var onlyNew = ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    if (onlyNew) {
      return new Precondition(ifMatch == null ? IfMatch.none() : ifMatch, true);
    }
    return new Precondition(IfMatch.required(ifMatch), false);
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
