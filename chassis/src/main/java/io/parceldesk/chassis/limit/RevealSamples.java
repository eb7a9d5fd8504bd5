package io.parceldesk.chassis.limit;

import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sampled;
import io.parceldesk.chassis.watch.SampledQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How near somebody is to the limit of reveals: what whoever saw most has used of the allowance.
 * Who it is stands in the timelines, and in no label.
 */
@ApplicationScoped
class RevealSamples implements Sampled {
  private static final Duration EVERY = Duration.ofSeconds(30);

  private static final String USED =
      """
      select coalesce(max(greatest(0, 1 - (tokens / %1$d
                 + extract(epoch from clock_timestamp() - refilled_at) / 3600))), 0)::float8 as value
        from allowance
       where refilled_at > clock_timestamp() - interval '1 hour' and key like '%2$s%%'
      """;

  private final SampledQueries queries;
  private final int anHour;

  RevealSamples(
      SampledQueries queries, @ConfigProperty(name = "parceldesk.reveals-an-hour") int anHour) {
    this.queries = queries;
    this.anHour = anHour;
  }

  @Override
  public List<Sample> samples() {
    return List.of(
        queries.sample(
            "parceldesk.reveals.used",
            "Share of an hour's reveals that whoever saw most has used",
            EVERY,
            USED.formatted(anHour, RevealLimit.KEY)));
  }
}
