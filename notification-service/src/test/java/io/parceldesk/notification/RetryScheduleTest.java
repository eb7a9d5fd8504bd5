package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private final RetrySchedule schedule = RetrySchedule.of("PT10S", "PT100S");

  @Test
  void endsAfterItsLastPause() {
    assertThat(schedule.after(2, new Random(1))).isPresent();
    assertThat(schedule.after(3, new Random(1))).isEmpty();
  }

  @Test
  void stretchesAndShortensByUpToAFifth() {
    var random = new Random(42);

    for (var i = 0; i < 1000; i++) {
      assertThat(schedule.after(1, random).orElseThrow())
          .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
    }
  }
}
