package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.WebhookEndpoint.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Every endpoint's lane with its own pace, so that none holds up another. */
@ApplicationScoped
class EndpointLanes {
  /** Slow endpoints together never take more of the carrier's window than this. */
  static final int ROOM_FOR_SLOW_ONES = WebhookCarrier.WINDOW / 2;

  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final Sql sql;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, LanePace> paces = new ConcurrentHashMap<>();

  EndpointLanes(Transactions transactions, DeliveryRepository deliveries, Sql sql) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.sql = sql;
  }

  private record Lane(String name, Status status, int concurrency, int ratePerSecond) {}

  /** The lanes of active endpoints in which something is due; those of paused ones wait. */
  List<String> due() {
    return transactions.runNew(
        () -> {
          var due = new ArrayList<String>();
          for (var lane : lanesOf(deliveries.webhookLanesDue())) {
            if (lane.status() == Status.ACTIVE) {
              pace(lane.name()).allow(lane.concurrency(), lane.ratePerSecond());
              due.add(lane.name());
            } else if (lane.status() == Status.DISABLED || lane.status() == Status.REMOVED) {
              // what was under way when it ended has come back since
              deliveries.suppress(lane.name(), "the endpoint was disabled");
            }
          }
          return due;
        });
  }

  int room(String lane) {
    var pace = pace(lane);
    return pace.isSlow() && slowlyUnderWay() >= ROOM_FOR_SLOW_ONES ? 0 : pace.room();
  }

  void started(String lane) {
    pace(lane).started();
  }

  void finished(String lane, boolean taken, Duration took) {
    pace(lane).finished(taken, took);
  }

  void forgive(String lane) {
    pace(lane).forgive();
  }

  private int slowlyUnderWay() {
    return paces.values().stream().mapToInt(LanePace::slowlyUnderWay).sum();
  }

  private LanePace pace(String lane) {
    return paces.computeIfAbsent(lane, any -> new LanePace(clock));
  }

  private List<Lane> lanesOf(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    var prefix = MessageChannel.WEBHOOK.lane();
    return sql.list(
        """
        select id, status, concurrency, rate_per_second from webhook_endpoint
         where id = any(?::uuid[])
        """,
        row ->
            new Lane(
                prefix + SqlValue.uuid(row, "id"),
                Status.valueOf(row.getString("status")),
                row.getInt("concurrency"),
                row.getInt("rate_per_second")),
        names.stream().map(name -> UUID.fromString(name.substring(prefix.length()))).toList());
  }
}
