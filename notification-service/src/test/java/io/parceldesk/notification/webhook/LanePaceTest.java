package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LanePaceTest {
  private final Ticking clock = new Ticking();
  private final LanePace pace = new LanePace(clock);

  @Test
  void letsSoManyBeUnderWayAtOnce() {
    pace.allow(3, 100);
    clock.pass(Duration.ofSeconds(1));
    assertThat(pace.room()).isEqualTo(3);

    pace.started();
    pace.started();

    assertThat(pace.room()).as("counts those that are").isEqualTo(3);
  }

  @Test
  void letsSoManyGoInASecond() {
    pace.allow(16, 5);
    clock.pass(Duration.ofSeconds(10));
    for (var n = 0; n < 5; n++) {
      pace.started();
      pace.finished(true, Duration.ofMillis(1));
    }
    assertThat(pace.room()).as("a second's worth is saved at most").isZero();

    clock.pass(Duration.ofMillis(400));

    assertThat(pace.room()).isEqualTo(2);
  }

  @Test
  void makesUpForHavingBeenTooFast() {
    pace.allow(4, 2);
    clock.pass(Duration.ofSeconds(1));
    for (var n = 0; n < 4; n++) {
      pace.started(); // taken together before the first had begun
      pace.finished(true, Duration.ofMillis(1));
    }

    clock.pass(Duration.ofSeconds(1));

    assertThat(pace.room()).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(pace.room()).isEqualTo(2);
  }

  @Test
  void givesASlowEndpointOneAtATimeUntilItIsQuickAgain() {
    pace.allow(4, 100);
    clock.pass(Duration.ofSeconds(1));
    pace.started();
    pace.finished(false, Duration.ofSeconds(15));
    assertThat(pace.room()).isEqualTo(1);
    assertThat(pace.isSlow()).isTrue();

    pace.started();
    assertThat(pace.slowlyUnderWay()).isEqualTo(1);
    pace.finished(true, Duration.ofMillis(20));

    assertThat(pace.room()).isEqualTo(4);
  }

  @Test
  void restsAfterFailuresInARowAndIsForgiven() {
    pace.allow(4, 100);
    clock.pass(Duration.ofSeconds(1));
    for (var n = 0; n < 10; n++) {
      pace.started();
      pace.finished(false, Duration.ofMillis(5));
    }
    assertThat(pace.room()).isZero();

    clock.pass(Duration.ofMinutes(1));
    assertThat(pace.room()).as("one to try with").isEqualTo(1);
    pace.forgive();

    assertThat(pace.room()).isEqualTo(4);
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
