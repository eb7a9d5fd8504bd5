package io.parceldesk.chassis.deadline;

import java.time.Instant;

/** Of two times that a deadline may not exceed, the earlier counts; null limits nothing. */
final class Limits {
  private Limits() {}

  static Instant earliest(Instant a, Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
