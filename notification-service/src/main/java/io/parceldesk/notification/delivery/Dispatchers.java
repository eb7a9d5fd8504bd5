package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.DeliveriesPlanned;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Loop;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A dispatcher for each carrier, and the care for leases that nobody ended. */
@ApplicationScoped
class Dispatchers {
  private static final Duration BETWEEN_LEASE_CHECKS = Duration.ofSeconds(5);

  private final Finisher finisher;
  private final Duration endWithin;
  private final List<Dispatcher> dispatchers;
  private final Loop leases;

  Dispatchers(
      @All List<Carriers> channels,
      Transactions transactions,
      DeliveryRepository deliveries,
      Finisher finisher,
      LaneMeters meters,
      @ConfigProperty(name = "parceldesk.deliveries.end-within") Duration endWithin) {
    this.finisher = finisher;
    this.endWithin = endWithin;
    this.dispatchers =
        channels.stream()
            .flatMap(channel -> channel.carriers().stream())
            .map(
                carrier ->
                    new Dispatcher(
                        carrier, transactions, deliveries, finisher, meters, Clock.systemUTC()))
            .toList();
    this.leases =
        new Loop(
            "lost-leases",
            BETWEEN_LEASE_CHECKS,
            () -> transactions.runNew(deliveries::endLostLeases) > 0);
  }

  void start(@Observes StartupEvent event) {
    finisher.start();
    dispatchers.forEach(Dispatcher::start);
    leases.start();
  }

  /** All at the same time: what a carrier takes for its end, the others do not wait for. */
  void stop(@Observes ShutdownEvent event) {
    leases.stop();
    dispatchers.forEach(Dispatcher::stop);
    var left = new TimeLeft(endWithin);
    dispatchers.forEach(dispatcher -> dispatcher.awaitEnd(left));
    leases.awaitEnd(left.now());
    finisher.stop();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesPlanned news) {
    dispatchers.forEach(Dispatcher::wake);
  }
}
