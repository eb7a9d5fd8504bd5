package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.problem.DomainException;
import java.util.Arrays;

/** The If-Match header of a change (RFC 9110); without one nothing is compared. */
public record IfMatch(String header) {
  public static IfMatch none() {
    return new IfMatch(null);
  }

  /** JAX-RS reads the header with this. */
  public static IfMatch fromString(String header) {
    return new IfMatch(header);
  }

  /** 428 where a change must say which version its author has read. */
  public static IfMatch required(IfMatch ifMatch) {
    if (ifMatch == null || ifMatch.header() == null || ifMatch.header().isBlank()) {
      throw new DomainException(
          428, "if-match-required", "Say with If-Match which version you read");
    }
    return ifMatch;
  }

  /** 412 when the caller saw another version than the current one. */
  public void require(long version) {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      return;
    }
    var current = "\"" + version + "\"";
    if (Arrays.stream(header.split(",")).map(String::strip).noneMatch(current::equals)) {
      throw new DomainException(
              412, "stale-version", "The case has changed since it was read; read it again")
          .with("currentVersion", version);
    }
  }
}
