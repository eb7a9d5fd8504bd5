package io.parceldesk.notification.routing;

import io.parceldesk.notification.routing.RoutingRule.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When one recipient was, or will be, told something lately by rules that have a pace. Decides
 * whether one more message is too much.
 */
final class Told {
  /** No pace looks back further. */
  static final Duration LONGEST = Duration.ofDays(1);

  private final List<Instant> times;

  Told(List<Instant> times) {
    this.times = new ArrayList<>(times);
  }

  /** What becomes of one more message. */
  enum Verdict {
    /** It goes out by itself, and counts. */
    GOES,
    /** A digest tells it. */
    COLLECTED,
    /** It is not sent. */
    DROPPED
  }

  Verdict oneMore(RoutingRule rule, Instant at) {
    if (rule.digest() != null && isFull(rule.digest(), at)) {
      return Verdict.COLLECTED;
    }
    if (rule.limit() != null && isFull(rule.limit(), at)) {
      return Verdict.DROPPED;
    }
    times.add(at);
    return Verdict.GOES;
  }

  /** The times that can still matter. */
  List<Instant> lately(Instant now) {
    return times.stream().filter(time -> time.isAfter(now.minus(LONGEST))).toList();
  }

  private boolean isFull(Pace pace, Instant at) {
    var from = at.minus(pace.within());
    return times.stream().filter(time -> time.isAfter(from) && !time.isAfter(at)).count()
        >= pace.messages();
  }
}
