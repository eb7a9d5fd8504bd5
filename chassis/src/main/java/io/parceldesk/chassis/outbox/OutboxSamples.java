package io.parceldesk.chassis.outbox;

import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** How much waits in the outbox, for how long, and how many cases are blocked. */
@ApplicationScoped
class OutboxSamples implements Sampled {
  private static final Duration OFTEN = Duration.ofSeconds(10);

  /** What is blocked waits for a person, and is counted by itself. */
  private static final String OLDEST =
      """
      select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as value
        from outbox o
       where not exists (select 1 from outbox_blocked x where x.case_id = o.case_id)
      """;

  private final SampledQueries queries;

  OutboxSamples(SampledQueries queries) {
    this.queries = queries;
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        queries.sample(
            "parceldesk.outbox.pending",
            "Events that are not in Kafka yet",
            OFTEN,
            "select count(*)::float8 as value from outbox"),
        queries.sample(
            "parceldesk.outbox.oldest.seconds", "How long the oldest of them waits", OFTEN, OLDEST),
        queries.sample(
            "parceldesk.outbox.blocked.cases",
            "Cases whose next event Kafka refuses for its own sake",
            OFTEN,
            "select count(*)::float8 as value from outbox_blocked"));
  }
}
