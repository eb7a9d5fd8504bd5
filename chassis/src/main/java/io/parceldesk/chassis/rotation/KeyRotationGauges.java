package io.parceldesk.chassis.rotation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToLongFunction;

/** How many rows are still to be looked at, and how many cannot be opened for want of a key. */
@ApplicationScoped
class KeyRotationGauges {
  private final MeterRegistry metrics;
  private final Progress progress;
  private final Transactions transactions;

  KeyRotationGauges(MeterRegistry metrics, Progress progress, Transactions transactions) {
    this.metrics = metrics;
    this.progress = progress;
    this.transactions = transactions;
  }

  void register(@Observes StartupEvent event) {
    gauge("parceldesk.keys.rows.left", TableProgress::rowsLeft);
    gauge("parceldesk.keys.rows.unreadable", TableProgress::unreadable);
  }

  private void gauge(String name, ToLongFunction<TableProgress> rows) {
    Gauge.builder(
            name,
            () -> transactions.run(() -> (double) progress.state().stream().mapToLong(rows).sum()))
        .register(metrics);
  }
}
