package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many clocks run and are breached, what should have fired and has not, and what was put off
 * because it failed. Each query reads an index that holds nothing else.
 */
@ApplicationScoped
class DeadlineSamples implements Sampled {
  private static final Duration OFTEN = Duration.ofSeconds(15);
  private static final Duration SELDOM = Duration.ofMinutes(1);

  // which policy an open clock follows is all that is read of it; what that means is told once
  private static final String OPEN =
      """
      select p.terms ->> 'kind' as kind, coalesce(r.rule, p.id) as rule, sum(o.n)::float8 as value
        from (select policy_id, policy_version, count(*) as n from deadline
               where state in ('RUNNING', 'PAUSED') group by 1, 2) o
        join deadline_policy p on p.id = o.policy_id and p.version = o.policy_version
       cross join lateral (select string_agg(name, ', ' order by position) as rule
              from jsonb_array_elements_text(p.terms -> 'rules')
                   with ordinality as rules (name, position)) r
       group by 1, 2
      """;

  private static final String BREACHED =
      """
      select kind, rule, count(*)::float8 as value from deadline
       where state = 'BREACHED' and met_at is null and cancelled_at is null group by 1, 2
      """;

  private static final String UNFIRED =
      """
      select count(*)::float8 as value from deadline
       where next_rung_at < now() - interval '1 second'
      """;

  private static final String PUT_OFF =
      """
      select count(*)::float8 as value from deadline
       where failures > 0 and next_rung_at is not null
      """;

  private final SampledQueries queries;
  private final boolean enabled;

  DeadlineSamples(
      SampledQueries queries, @ConfigProperty(name = "parceldesk.cases.enabled") boolean enabled) {
    this.queries = queries;
    this.enabled = enabled;
  }

  @Override
  public List<Sample> samples() {
    return enabled
        ? List.of(
            queries.sample(
                "parceldesk.deadline.open", "Clocks that run or stand still", SELDOM, OPEN),
            queries.sample(
                "parceldesk.deadline.overdue", "Breached and not met yet", SELDOM, BREACHED),
            queries.sample(
                "parceldesk.deadline.unfired", "Rungs that are late by a second", OFTEN, UNFIRED),
            queries.sample(
                "parceldesk.deadline.put.off", "Clocks that failed to fire", OFTEN, PUT_OFF))
        : List.of();
  }
}
