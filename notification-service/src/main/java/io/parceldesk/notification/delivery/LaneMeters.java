package io.parceldesk.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.Outcome;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** What operators watch: how much waits in each lane, for how long, and how sending goes. */
@ApplicationScoped
class LaneMeters {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /**
   * The endpoints' lanes count as one: their number has no bound. What waits for the end of a pause
   * is not late.
   */
  private static final String QUEUES =
      """
      select case when lane like 'webhook:%' then 'webhook' else lane end as lane,
             count(*) as waiting,
             coalesce(extract(epoch from now() - min(next_attempt_at)
               filter (where next_attempt_at <= now())), 0) as late
        from delivery d
       where status in ('PENDING', 'UNKNOWN') and next_attempt_at < 'infinity'
         and (channel <> 'WEBHOOK' or exists (
               select 1 from webhook_endpoint e
                where e.id::text = d.recipient and e.status = 'ACTIVE'))
       group by 1
      """;

  private final MeterRegistry metrics;
  private final Transactions transactions;
  private final Sql sql;
  private final MultiGauge waiting;
  private final MultiGauge late;
  private final List<Carriers> channels;
  private final Loop loop = new Loop("lane-meters", BETWEEN_LOOKS, this::look);

  LaneMeters(
      MeterRegistry metrics, Transactions transactions, Sql sql, @All List<Carriers> channels) {
    this.channels = channels;
    this.metrics = metrics;
    this.transactions = transactions;
    this.sql = sql;
    this.waiting =
        MultiGauge.builder("parceldesk.deliveries.waiting")
            .description("Messages that are not sent yet")
            .register(metrics);
    this.late =
        MultiGauge.builder("parceldesk.deliveries.oldest")
            .description("Seconds by which the oldest message is overdue")
            .baseUnit("seconds")
            .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    channels.stream().flatMap(channel -> channel.carriers().stream()).forEach(this::watch);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  private void watch(Carrier carrier) {
    Gauge.builder("parceldesk.deliveries.breaker", carrier, c -> c.health().ordinal())
        .description("0 well, 1 being tried with one message, 2 resting, 3 not reachable")
        .tag("carrier", carrier.name())
        .register(metrics);
  }

  void count(Carrier carrier, Outcome outcome, Duration took) {
    metrics
        .timer(
            "parceldesk.deliveries.attempts", "carrier", carrier.name(), "outcome", outcome.word())
        .record(took);
  }

  private record Queue(String lane, long waiting, double late) {}

  private boolean look() {
    var queues =
        transactions.runNew(
            () ->
                sql.list(
                    QUEUES,
                    row ->
                        new Queue(
                            row.getString("lane"), row.getLong("waiting"), row.getDouble("late"))));
    waiting.register(rows(queues.stream().map(q -> Row.of(tags(q), q.waiting())).toList()), true);
    late.register(rows(queues.stream().map(q -> Row.of(tags(q), q.late())).toList()), true);
    return false;
  }

  private static Tags tags(Queue queue) {
    return Tags.of("lane", queue.lane());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Micrometer wants rows of any kind of number
  private static Iterable<Row<?>> rows(List rows) {
    return rows;
  }
}
