package io.parceldesk.chassis.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads all {@link Sample}s, one after the other on one thread. What cannot be read keeps its last
 * value, and {@code parceldesk_sample_age_seconds} says how old that is.
 */
@ApplicationScoped
class Sampling {
  private static final Logger LOG = Logger.getLogger(Sampling.class);

  /** Reading takes a hundredth of the time at most, so that numbers grow stale before they cost. */
  private static final int PAUSE_PER_WORK = 100;

  private final MeterRegistry metrics;
  private final List<Sampled> sampled;
  private final boolean enabled;
  private final Counter failures;
  private ScheduledExecutorService thread;

  Sampling(
      MeterRegistry metrics,
      @All List<Sampled> sampled,
      @ConfigProperty(name = "parceldesk.samples.enabled") boolean enabled) {
    this.metrics = metrics;
    this.sampled = sampled;
    this.enabled = enabled;
    this.failures = metrics.counter("parceldesk.sample.failures");
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sampling"));
      sampled.stream()
          .flatMap(bean -> bean.samples().stream())
          .map(Reading::new)
          .forEach(reading -> thread.schedule(reading, 0, TimeUnit.SECONDS));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  private final class Reading implements Runnable {
    private final Sample sample;
    private final MultiGauge gauge;
    private volatile long readAt = System.nanoTime();
    private boolean failing;

    Reading(Sample sample) {
      this.sample = sample;
      this.gauge =
          MultiGauge.builder(sample.name()).description(sample.description()).register(metrics);
      Gauge.builder("parceldesk.sample.age", () -> (System.nanoTime() - readAt) / 1e9)
          .description("How old the values of a sampled metric are")
          .baseUnit("seconds")
          .tag("sample", sample.name())
          .register(metrics);
    }

    @Override
    public void run() {
      var startedAt = System.nanoTime();
      try {
        read();
        readAt = System.nanoTime();
        failing = false;
      } catch (RuntimeException e) {
        tellOnce(e);
      }
      again(Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private void read() {
      var rows =
          sample.read().get().stream()
              .<Row<?>>map(point -> Row.of(point.tags(), point.value()))
              .toList();
      gauge.register(rows, true);
    }

    private void tellOnce(RuntimeException e) {
      failures.increment();
      if (!failing) {
        LOG.warnf("%s could not be read and keeps its value: %s", sample.name(), e.toString());
      }
      failing = true;
    }

    private void again(Duration took) {
      var pause = took.multipliedBy(PAUSE_PER_WORK);
      var wait = failing || pause.compareTo(sample.every()) < 0 ? sample.every() : pause;
      if (!thread.isShutdown()) {
        thread.schedule(this, wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }
}
