package io.parceldesk.chassis.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parceldesk.chassis.watch.Sample.Point;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicInteger reads = new AtomicInteger();
  private Sampling sampling;

  @AfterEach
  void stop() {
    sampling.stop(null);
  }

  @Test
  void showsWhatWasReadAndForgetsLabelsThatAreGone() {
    start(
        () ->
            reads.incrementAndGet() < 3
                ? List.of(point("old", 1), point("both", 1))
                : List.of(point("both", 2), point("new", 3)));

    await().until(() -> value("new") == 3);

    assertThat(value("both")).isEqualTo(2);
    assertThat(metrics.find("waiting").tag("lane", "old").gauge()).isNull();
  }

  @Test
  void keepsTheLastValueAndSaysHowOldItIsWhileThereIsNothingToRead() {
    start(
        () -> {
          if (reads.incrementAndGet() > 1) {
            throw new IllegalStateException("the database is away");
          }
          return List.of(point("sms", 7));
        });

    await().until(() -> metrics.counter("parceldesk.sample.failures").count() >= 3);

    assertThat(value("sms")).isEqualTo(7);
    assertThat(metrics.get("parceldesk.sample.age").tag("sample", "waiting").gauge().value())
        .isPositive();
  }

  @Test
  void readsNothingBecauseSomebodyScrapes() {
    start(
        () -> {
          reads.incrementAndGet();
          return List.of(point("sms", 1));
        },
        Duration.ofHours(1));
    await().until(() -> reads.get() == 1);

    for (var scrape = 0; scrape < 100; scrape++) {
      metrics.getMeters().forEach(meter -> meter.measure().forEach(each -> each.getValue()));
    }

    assertThat(reads).hasValue(1);
  }

  private double value(String lane) {
    var gauge = metrics.find("waiting").tag("lane", lane).gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }

  private static Point point(String lane, double value) {
    return new Point(Tags.of("lane", lane), value);
  }

  private void start(Supplier<List<Point>> read) {
    start(read, Duration.ofMillis(5));
  }

  private void start(Supplier<List<Point>> read, Duration every) {
    var sample = new Sample("waiting", "What waits", every, read);
    sampling = new Sampling(metrics, List.of(() -> List.of(sample)), true);
    sampling.start(null);
  }
}
