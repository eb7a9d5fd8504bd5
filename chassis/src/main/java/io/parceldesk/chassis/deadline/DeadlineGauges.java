package io.parceldesk.chassis.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What should have fired and has not, and what was put off because it failed. */
@ApplicationScoped
class DeadlineGauges {
  private final MeterRegistry metrics;
  private final Sql sql;
  private final boolean enabled;

  DeadlineGauges(
      MeterRegistry metrics,
      Sql sql,
      @ConfigProperty(name = "parceldesk.cases.enabled") boolean enabled) {
    this.metrics = metrics;
    this.sql = sql;
    this.enabled = enabled;
  }

  void register(@Observes StartupEvent event) {
    if (enabled) {
      gauge(
          "parceldesk.deadline.unfired",
          "select count(*)::float8 from deadline where next_rung_at < now() - interval '1 second'");
      gauge(
          "parceldesk.deadline.put.off",
          "select count(*)::float8 from deadline where failures > 0 and next_rung_at is not null");
    }
  }

  private void gauge(String name, String query) {
    Gauge.builder(name, () -> sql.first(query, row -> row.getDouble(1)).orElse(Double.NaN))
        .register(metrics);
  }
}
