package io.parceldesk.notification.sms;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsLanes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gateways of the configuration, in the order in which they stand in for each other. */
@ApplicationScoped
class SmsGateways implements Carriers {
  private static final int TIMEOUTS_IN_A_ROW = 5;
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /** A loose index scan: one step for each lane, however much waits in it; ';' comes after ':'. */
  private static final String LANES =
      """
      with recursive lanes (lane) as (
        (select lane from delivery
          where status in ('PENDING', 'UNKNOWN') and lane >= 'sms' and lane < 'sms;'
          order by lane limit 1)
        union all
        select (select d.lane from delivery d
                 where d.status in ('PENDING', 'UNKNOWN') and d.lane > l.lane and d.lane < 'sms;'
                 order by d.lane limit 1)
          from lanes l where l.lane is not null)
      select lane from lanes where lane is not null
      """;

  private final List<SmppLink> links = new ArrayList<>();
  private final List<SmsGateway> gateways = new ArrayList<>();
  private final Duration longestUnbinding;
  private final Transactions transactions;
  private final Sql sql;
  private final Loop loop = new Loop("sms-lanes", BETWEEN_LOOKS, this::lookForOrphans);
  private volatile List<String> orphans = List.of();

  SmsGateways(
      SmsConfig config,
      SmsLanes lanes,
      SmsReceipts receipts,
      Replies replies,
      DeliveryRepository deliveries,
      Transactions transactions,
      Sql sql) {
    this.longestUnbinding = config.answerWithin().plusSeconds(2);
    this.transactions = transactions;
    this.sql = sql;
    for (var name : lanes.gateways()) {
      var account = config.gateways().get(name);
      var link =
          new SmppLink(
              name, account, config.answerWithin(), new ReceiptListener(name, receipts, replies));
      var breaker =
          new Breaker(TIMEOUTS_IN_A_ROW, FIRST_REST, config.longestRest(), Clock.systemUTC());
      links.add(link);
      gateways.add(new SmsGateway(name, config, link, breaker, this::lanesOf, deliveries));
    }
  }

  void start(@Observes StartupEvent event) {
    links.forEach(SmppLink::open);
    loop.start();
  }

  /** Only once nothing is being sent any more; all at once, as one may not answer. */
  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event)
      throws InterruptedException {
    loop.close();
    var unbinding = links.stream().map(link -> Executors.callable(link::close)).toList();
    var threads = Executors.newCachedThreadPool();
    threads.invokeAll(unbinding, longestUnbinding.toMillis(), TimeUnit.MILLISECONDS);
    threads.shutdownNow();
  }

  @Override
  public List<Carrier> carriers() {
    return List.copyOf(gateways);
  }

  /**
   * Its own lane; the first that can carry, or at least be tried, also takes the lanes of those
   * that cannot. Without the trying, one whose own lane is empty would never be known to be well
   * again.
   */
  private List<String> lanesOf(SmsGateway gateway) {
    var substitute =
        gateways.stream()
            .filter(SmsGateway::isUsable)
            .findFirst()
            .or(() -> gateways.stream().filter(SmsGateway::canBeTried).findFirst());
    if (substitute.isEmpty() || substitute.get() != gateway) {
      return List.of(gateway.lane());
    }
    var unserved = gateways.stream().filter(other -> !other.isUsable()).map(SmsGateway::lane);
    return Stream.of(Stream.of(gateway.lane()), unserved, orphans.stream())
        .flatMap(lanes -> lanes)
        .toList();
  }

  /** Lanes of gateways that the configuration no longer has. */
  boolean lookForOrphans() {
    var served = gateways.stream().map(SmsGateway::lane).toList();
    orphans =
        transactions.runNew(() -> sql.list(LANES, row -> row.getString("lane"))).stream()
            .filter(lane -> !served.contains(lane))
            .toList();
    return false;
  }
}
