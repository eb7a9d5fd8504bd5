package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.DeliveryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A person has a message sent again. */
@ApplicationScoped
class Redelivery {
  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final DeliveryLog log;
  private final CurrentCaller caller;

  Redelivery(
      Transactions transactions,
      DeliveryRepository deliveries,
      DeliveryLog log,
      CurrentCaller caller) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.log = log;
    this.caller = caller;
  }

  DeliveryView again(UUID id) {
    return transactions.run(
        () -> {
          caller.get().requireAccessTo(require(id).outlet());
          if (!deliveries.planAgain(id)) {
            throw new DomainException(
                    409, "not-redeliverable", "Only what is settled can be sent again")
                .with("status", require(id).status());
          }
          return require(id);
        });
  }

  private DeliveryView require(UUID id) {
    return log.find(id).orElseThrow(() -> DomainException.notFound("Delivery " + id));
  }
}
