package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.WebhookKeys;
import io.parceldesk.notification.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys by which outlets sign what they tell us. */
@ApplicationScoped
class InboundKeys {
  private final Transactions transactions;
  private final OutletRepository outlets;
  private final CurrentCaller caller;
  private final WebhookKeys keys;

  InboundKeys(
      Transactions transactions,
      OutletRepository outlets,
      CurrentCaller caller,
      Sql sql,
      Seal seal) {
    this.transactions = transactions;
    this.outlets = outlets;
    this.caller = caller;
    this.keys = new WebhookKeys(sql, seal, "inbound_secret", "outlet");
  }

  /** None for an outlet that nobody knows, that has closed or that has no key. */
  List<WebhookSecret> goodFor(String outlet) {
    return transactions.run(
        () ->
            outlets.byCode(outlet).filter(known -> known.active()).isPresent()
                ? keys.of(outlet)
                : List.of());
  }

  WebhookKeys.Rotated rotate(String outlet) {
    return transactions.run(
        () -> {
          own(outlet);
          return keys.rotate(outlet);
        });
  }

  List<WebhookKeys.Age> ages(String outlet) {
    return transactions.run(
        () -> {
          caller.get().requireAccessTo(outlet);
          outlets.require(outlet);
          return keys.ages(outlet);
        });
  }

  int revoke(String outlet) {
    return transactions.run(
        () -> {
          own(outlet);
          return keys.revoke(outlet);
        });
  }

  /** Locked, so that two rotations at once do not leave two keys that stay. */
  private void own(String outlet) {
    caller.get().requireAccessTo(outlet);
    outlets.requireForChange(outlet);
  }
}
