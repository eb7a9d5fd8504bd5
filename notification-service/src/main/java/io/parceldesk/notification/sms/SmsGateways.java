package io.parceldesk.notification.sms;

import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.SmsConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The gateways of the configuration, in the order in which they are preferred. */
@ApplicationScoped
class SmsGateways implements Carriers {
  private static final int TIMEOUTS_IN_A_ROW = 5;
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(60);

  private final List<SmppLink> links = new ArrayList<>();
  private final List<SmsGateway> gateways = new ArrayList<>();

  SmsGateways(SmsConfig config, SmsReceipts receipts, DeliveryRepository deliveries) {
    for (var name : config.gateways().keySet().stream().sorted().toList()) {
      var account = config.gateways().get(name);
      var link =
          new SmppLink(name, account, config.answerWithin(), new ReceiptListener(name, receipts));
      var breaker = new Breaker(TIMEOUTS_IN_A_ROW, FIRST_REST, LONGEST_REST, Clock.systemUTC());
      var preferred = List.copyOf(gateways);
      links.add(link);
      gateways.add(
          new SmsGateway(
              name,
              config,
              link,
              breaker,
              () -> preferred.stream().anyMatch(SmsGateway::isUsable),
              deliveries));
    }
  }

  void start(@Observes StartupEvent event) {
    links.forEach(SmppLink::open);
  }

  /** Only once nothing is being sent any more. */
  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    links.forEach(SmppLink::close);
  }

  @Override
  public List<Carrier> carriers() {
    return List.copyOf(gateways);
  }
}
