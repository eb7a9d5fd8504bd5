package io.parceldesk.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts what becomes of messages, once it is committed. */
@ApplicationScoped
class MessageMeters {
  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;

  MessageMeters(MeterRegistry metrics, AfterCommit afterCommit) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
  }

  /** A message as it was stored: to be sent, or suppressed from the start. */
  record Planned(String channel, String messageClass, String status) {}

  void planned(List<Planned> planned) {
    if (!planned.isEmpty()) {
      afterCommit.run(() -> planned.forEach(this::count));
    }
  }

  private void count(Planned planned) {
    metrics
        .counter(
            "parceldesk.deliveries.planned",
            "channel",
            planned.channel(),
            "class",
            planned.messageClass(),
            "status",
            planned.status())
        .increment();
  }

  /** What is known now of messages and was not known before. */
  void settled(List<SettledDelivery> updated) {
    var news = updated.stream().filter(SettledDelivery::news).toList();
    if (!news.isEmpty()) {
      afterCommit.run(() -> news.forEach(this::count));
    }
  }

  private void count(SettledDelivery settled) {
    metrics
        .counter(
            "parceldesk.deliveries.settled",
            "channel",
            settled.channel().name(),
            "audience",
            settled.audience(),
            "status",
            settled.status().name())
        .increment();
  }
}
