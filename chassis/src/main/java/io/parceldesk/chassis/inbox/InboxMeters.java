package io.parceldesk.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How events are taken in, and how many dead letters wait for somebody. */
@ApplicationScoped
class InboxMeters implements Sampled {
  private static final String OPEN_LETTERS =
      """
      select channel, count(*)::float8 as value from dead_letter
       where replayed_at is null group by 1
      """;

  private final MeterRegistry metrics;
  private final SampledQueries queries;

  InboxMeters(MeterRegistry metrics, SampledQueries queries) {
    this.metrics = metrics;
    this.queries = queries;
  }

  /** Runs work on records of a channel and counts them and its time, however often it is tried. */
  void timed(String channel, List<? extends ConsumerRecord<?, ?>> records, Runnable work) {
    metrics.timer("parceldesk.inbox.work", "channel", channel).record(work);
    records.forEach(
        record ->
            metrics
                .counter("parceldesk.inbox.records", "channel", channel, "topic", record.topic())
                .increment());
  }

  void buried(String channel) {
    metrics.counter("parceldesk.inbox.dead.letters", "channel", channel).increment();
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        queries.sample(
            "parceldesk.inbox.dead.letters.open",
            "Records that could not be taken in and were not replayed",
            Duration.ofSeconds(15),
            OPEN_LETTERS));
  }
}
