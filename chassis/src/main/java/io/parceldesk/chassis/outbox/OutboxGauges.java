package io.parceldesk.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How much waits in the outbox, for how long, and how many cases are blocked. */
@ApplicationScoped
class OutboxGauges {
  private final MeterRegistry metrics;
  private final Sql sql;

  OutboxGauges(MeterRegistry metrics, Sql sql) {
    this.metrics = metrics;
    this.sql = sql;
  }

  void register(@Observes StartupEvent event) {
    gauge("parceldesk.outbox.pending", "select count(*)::float8 from outbox");
    gauge(
        "parceldesk.outbox.oldest.seconds",
        "select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 from"
            + " outbox");
    gauge("parceldesk.outbox.blocked.cases", "select count(*)::float8 from outbox_blocked");
  }

  private void gauge(String name, String query) {
    Gauge.builder(name, () -> sql.first(query, row -> row.getDouble(1)).orElse(Double.NaN))
        .register(metrics);
  }
}
