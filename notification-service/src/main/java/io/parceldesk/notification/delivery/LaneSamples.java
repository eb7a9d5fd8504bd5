package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** How much waits in each lane and for how long, and how the outlets' endpoints are. */
@ApplicationScoped
class LaneSamples implements Sampled {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofMinutes(1);

  /**
   * The endpoints' lanes count as one: their number has no bound. What waits for the end of a pause
   * is not late.
   */
  private static final String WAITING =
      """
      select case when lane like 'webhook:%%' then 'webhook' else lane end as lane, %s as value
        from delivery d
       where status in ('PENDING', 'UNKNOWN') and next_attempt_at < 'infinity'
         and (channel <> 'WEBHOOK' or exists (
               select 1 from webhook_endpoint e
                where e.id::text = d.recipient and e.status = 'ACTIVE'))
       group by 1
      """;

  private static final String LATE =
      """
      coalesce(extract(epoch from now() - min(next_attempt_at)
        filter (where next_attempt_at <= now())), 0)::float8
      """;

  private static final String ENDPOINTS =
      """
      select status, failing_since is not null as failing, count(*)::float8 as value
        from webhook_endpoint where status <> 'REMOVED' group by 1, 2
      """;

  private final SampledQueries queries;

  LaneSamples(SampledQueries queries) {
    this.queries = queries;
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        queries.sample(
            "parceldesk.deliveries.waiting",
            "Messages that are not sent yet",
            OFTEN,
            WAITING.formatted("count(*)::float8")),
        queries.sample(
            "parceldesk.deliveries.oldest.seconds",
            "By how much the oldest message is overdue",
            OFTEN,
            WAITING.formatted(LATE)),
        queries.sample("parceldesk.webhook.endpoints", "Endpoints of outlets", SELDOM, ENDPOINTS));
  }
}
