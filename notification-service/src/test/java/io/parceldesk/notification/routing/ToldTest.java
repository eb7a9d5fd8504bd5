package io.parceldesk.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.routing.RoutingRule.Pace;
import io.parceldesk.notification.routing.Told.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final Pace TWO_A_MINUTE = new Pace(2, Duration.ofMinutes(1));
  private static final Pace THREE_AN_HOUR = new Pace(3, Duration.ofHours(1));

  @Test
  void collectsWhatIsMoreThanThePace() {
    assertThat(verdicts(rule(TWO_A_MINUTE, null), 0, 1, 2, 59))
        .containsExactly(Verdict.GOES, Verdict.GOES, Verdict.COLLECTED, Verdict.COLLECTED);
  }

  @Test
  void dropsWhatIsMoreThanTheLimit() {
    assertThat(verdicts(rule(null, TWO_A_MINUTE), 0, 1, 2))
        .containsExactly(Verdict.GOES, Verdict.GOES, Verdict.DROPPED);
  }

  @Test
  void countsWithinASlidingTime() {
    assertThat(verdicts(rule(TWO_A_MINUTE, null), 0, 30, 61, 89, 91))
        .containsExactly(Verdict.GOES, Verdict.GOES, Verdict.GOES, Verdict.COLLECTED, Verdict.GOES);
  }

  @Test
  void collectsRatherThanDrops() {
    assertThat(verdicts(rule(TWO_A_MINUTE, THREE_AN_HOUR), 0, 1, 2, 100, 200))
        .containsExactly(
            Verdict.GOES, Verdict.GOES, Verdict.COLLECTED, Verdict.GOES, Verdict.DROPPED);
  }

  @Test
  void countsWhatAllWaitsForTheSameMorning() {
    assertThat(verdicts(rule(TWO_A_MINUTE, null), 36_000, 36_000, 36_000))
        .containsExactly(Verdict.GOES, Verdict.GOES, Verdict.COLLECTED);
  }

  @Test
  void forgetsWhatNoPaceLooksBackTo() {
    var told = new Told(List.of(NOON.minus(Told.LONGEST), NOON.minusSeconds(1)));

    assertThat(told.lately(NOON)).containsExactly(NOON.minusSeconds(1));
  }

  private static List<Verdict> verdicts(RoutingRule rule, int... secondsAfterNoon) {
    var told = new Told(List.of());
    return IntStream.of(secondsAfterNoon)
        .mapToObj(seconds -> told.oneMore(rule, NOON.plusSeconds(seconds)))
        .toList();
  }

  private static RoutingRule rule(Pace digest, Pace limit) {
    return new RoutingRule(
        "r",
        true,
        "complaint-escalated",
        Map.of(),
        Map.of(),
        Audience.OUTLET,
        List.of(MessageChannel.SMS),
        "m",
        MessageClass.SERVICE,
        null,
        Duration.ofDays(1),
        null,
        digest,
        limit);
  }
}
