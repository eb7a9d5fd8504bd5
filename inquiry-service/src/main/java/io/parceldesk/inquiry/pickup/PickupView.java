package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Owner;
import io.parceldesk.inquiry.Pickup;
import io.parceldesk.inquiry.PickupStatus;
import io.parceldesk.inquiry.Route;
import java.time.Instant;
import java.util.List;

/** A pick-up as it is shown; sender and address are masked (REG-09). */
record PickupView(
    String number,
    PickupStatus status,
    Route route,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    boolean urgent,
    MaskedContact sender,
    String address,
    String goods,
    Owner owner,
    String waybill,
    Instant openedAt,
    Instant collectBy,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  static PickupView of(CaseFile<Pickup> file, MaskedContact sender, String address) {
    var pickup = file.subject();
    var order = pickup.order();
    return new PickupView(
        pickup.number().text(),
        pickup.status(),
        order.category(),
        pickup.priority(),
        order.tier(),
        order.channel(),
        order.urgent(),
        sender,
        address,
        order.goods(),
        pickup.owner(),
        pickup.waybill(),
        pickup.openedAt(),
        pickup.collectBy(),
        pickup.closedAt(),
        pickup.anonymisedAt(),
        file.hold(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        pickup.version());
  }
}
