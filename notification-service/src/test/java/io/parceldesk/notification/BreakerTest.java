package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final HandClock clock = new HandClock();
  private final Breaker breaker =
      new Breaker(3, Duration.ofSeconds(1), Duration.ofSeconds(3), clock);

  @Test
  void restsAfterFailuresInARowThenTriesOne() {
    breaker.failed();
    breaker.failed();
    assertThat(breaker.room(16)).isEqualTo(16);

    breaker.failed();
    assertThat(breaker.room(16)).isZero();

    clock.pass(Duration.ofSeconds(1));
    assertThat(breaker.room(16)).isEqualTo(1);

    breaker.succeeded();
    assertThat(breaker.room(16)).isEqualTo(16);
  }

  @Test
  void restsLongerEachTimeUpToALimit() {
    for (var expected : new int[] {1, 2, 3, 3}) {
      breaker.throttled();

      clock.pass(Duration.ofSeconds(expected).minusMillis(1));
      assertThat(breaker.room(16)).isZero();
      clock.pass(Duration.ofMillis(1));
      assertThat(breaker.room(16)).isEqualTo(1);
    }
  }

  @Test
  void countsARestOnceHoweverManyAreThrottledTogether() {
    for (var i = 0; i < 16; i++) {
      breaker.throttled();
    }

    clock.pass(Duration.ofSeconds(1));
    assertThat(breaker.room(16)).isEqualTo(1);
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();

    assertThat(breaker.room(16)).isEqualTo(16);
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
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
