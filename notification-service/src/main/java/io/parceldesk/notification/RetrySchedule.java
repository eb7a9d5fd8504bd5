package io.parceldesk.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses between attempts, each stretched or shortened by up to a fifth, so that what failed
 * together does not come back together.
 */
public record RetrySchedule(List<Duration> pauses) {
  private static final double JITTER = 0.2;

  public static RetrySchedule of(String... pauses) {
    return new RetrySchedule(List.of(pauses).stream().map(Duration::parse).toList());
  }

  /** The pause after that many attempts, or nothing when they were enough. */
  public Optional<Duration> after(int attempts, RandomGenerator random) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    var factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Optional.of(Duration.ofMillis(Math.round(pauses.get(attempts - 1).toMillis() * factor)));
  }
}
