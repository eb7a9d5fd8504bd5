package io.parceldesk.chassis.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the desk does and what lies on it. Openings, closings and reveals are changes too: their
 * action and the status that they lead to say so.
 */
@ApplicationScoped
class CaseMeters implements Sampled {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private static final String OPEN =
      """
      select '%1$s' as kind, status, count(*)::float8 as value
        from %2$s where closed_at is null group by 2
      """;

  // each bound is one look at the index of what is due next
  private static final String DUE =
      """
      select '%1$s' as kind, b.within, (select count(*) from %2$s
                where closed_at is null and next_due_at > now() + b.after
                  and next_due_at <= now() + b.until)::float8 as value
        from (values ('overdue', interval '-1000 years', interval '0'),
                     ('4h', interval '0', interval '4 hours'),
                     ('24h', interval '4 hours', interval '24 hours')) as b (within, after, until)
      """;

  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;
  private final SampledQueries queries;
  private final Instance<Cases<?>> cases;

  CaseMeters(
      MeterRegistry metrics,
      AfterCommit afterCommit,
      SampledQueries queries,
      @Any Instance<Cases<?>> cases) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
    this.queries = queries;
    this.cases = cases;
  }

  /** Counted once it is committed. */
  void changed(Case subject, Change change) {
    var counter =
        metrics.counter(
            "parceldesk.cases.changes",
            "kind",
            subject.number().kind().name(),
            "action",
            change.action(),
            "status",
            change.to());
    afterCommit.run(counter::increment);
  }

  @Override
  public List<Sample> samples() {
    return cases.isUnsatisfied()
        ? List.of()
        : List.of(
            queries.sample(
                "parceldesk.cases.open", "Cases that are not closed", EVERY, ofAll(OPEN)),
            queries.sample(
                "parceldesk.cases.due",
                "Open cases by when they need somebody next",
                EVERY,
                ofAll(DUE)));
  }

  private String ofAll(String query) {
    return cases.stream()
        .map(some -> query.formatted(some.kind().name(), some.table()))
        .collect(Collectors.joining(" union all "));
  }
}
