package io.parceldesk.chassis.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every metric says which service it is of, whatever the scraper calls it. The times of which more
 * than the mean is wanted get buckets, few enough for every route to have its own; the bounds
 * include what the platform has to reach.
 */
class MeterFilters {
  private static final Map<String, double[]> BUCKETS =
      Map.of(
          "http.server.requests", seconds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10),
          "parceldesk.deadline.firing.lag", seconds(.05, .1, .25, .5, 1, 5, 30, 300, 3600),
          "parceldesk.inbox.work", seconds(.005, .01, .025, .05, .1, .25, .5, 1, 5),
          "parceldesk.deliveries.attempts", seconds(.01, .05, .1, .25, .5, 1, 5, 15),
          "parceldesk.deliveries.handoff", seconds(.1, .3, 1, 5, 30, 120, 600, 3600));

  @Produces
  @Singleton
  MeterFilter service(@ConfigProperty(name = "quarkus.application.name") String service) {
    return MeterFilter.commonTags(Tags.of("application", service));
  }

  @Produces
  @Singleton
  MeterFilter buckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id meter, DistributionStatisticConfig config) {
        var bounds = BUCKETS.get(meter.getName());
        return bounds == null
            ? config
            : DistributionStatisticConfig.builder()
                .serviceLevelObjectives(bounds)
                .build()
                .merge(config);
      }
    };
  }

  /** Micrometer counts time in nanoseconds. */
  private static double[] seconds(double... bounds) {
    return DoubleStream.of(bounds).map(bound -> bound * 1e9).toArray();
  }
}
