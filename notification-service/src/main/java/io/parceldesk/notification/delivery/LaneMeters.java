package io.parceldesk.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.FinishedAttempt;
import io.parceldesk.notification.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** What operators watch: how each carrier is, and how sending goes. */
@ApplicationScoped
class LaneMeters {
  private final MeterRegistry metrics;

  LaneMeters(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** {@code underWay} is how many messages it holds now. */
  void watch(Carrier carrier, Supplier<Number> underWay) {
    Gauge.builder("parceldesk.deliveries.breaker", carrier, c -> c.health().ordinal())
        .description("0 well, 1 being tried with one message, 2 resting, 3 not reachable")
        .tag("carrier", carrier.name())
        .register(metrics);
    Gauge.builder("parceldesk.deliveries.in.flight", underWay)
        .description("Messages that are taken and not yet carried")
        .tag("carrier", carrier.name())
        .register(metrics);
  }

  void count(FinishedAttempt attempt) {
    var outcome = attempt.outcome();
    metrics
        .timer(
            "parceldesk.deliveries.attempts",
            "carrier",
            attempt.carrier(),
            "outcome",
            outcome.word())
        .record(Duration.between(attempt.startedAt(), attempt.finishedAt()));
    outcome
        .parts()
        .forEach(
            part -> metrics.counter("parceldesk.sms.parts", "gateway", part.gateway()).increment());
    if (outcome instanceof Outcome.Sent) {
      handedOver(attempt);
    } else {
      failed(attempt.carrier(), outcome);
    }
  }

  /** From the event to the first hand-off; quiet hours and digests hold some back on purpose. */
  private void handedOver(FinishedAttempt attempt) {
    var delivery = attempt.delivery();
    if (delivery.attemptOfSchedule() == 1) {
      metrics
          .timer("parceldesk.deliveries.handoff", "channel", delivery.channel().name())
          .record(Duration.between(delivery.eventAt(), attempt.finishedAt()));
    }
  }

  private void failed(String carrier, Outcome outcome) {
    metrics
        .counter(
            "parceldesk.deliveries.failures",
            "carrier",
            carrier,
            "outcome",
            outcome.word(),
            "code",
            code(outcome.code()))
        .increment();
  }

  /** Web servers answer what they like: of HTTP only the class; SMTP and SMPP name few. */
  private static String code(Integer code) {
    if (code == null) {
      return "none";
    }
    return code >= 100 && code < 1000 ? code / 100 + "xx" : String.valueOf(code);
  }
}
