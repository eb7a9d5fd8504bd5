package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.inquiry.NewPickup;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Pickup;
import io.parceldesk.inquiry.Pickups;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes orders for pick-ups, and tells whoever collects where (ORD-06). */
@ApplicationScoped
class PickupOrdering {
  private final Pickups pickups;
  private final KnownOutlets outlets;
  private final Deadlines deadlines;
  private final Seal seal;
  private final RevealLimit reveals;

  PickupOrdering(
      Pickups pickups, KnownOutlets outlets, Deadlines deadlines, Seal seal, RevealLimit reveals) {
    this.pickups = pickups;
    this.outlets = outlets;
    this.deadlines = deadlines;
    this.seal = seal;
    this.reveals = reveals;
  }

  CaseFile<Pickup> order(PickupForm form) {
    var sender = form.sender().toContact("/sender");
    var order =
        new NewPickup(
            form.channel(),
            form.route(),
            form.urgent(),
            sender.tier(),
            seal.seal(sender),
            seal.seal(new Party(sender.name(), sender.phone(), form.address())),
            form.goods());
    return pickups.open(
        OpeningRequest.byRequest(null, false),
        ticket -> {
          outlets.require(form.outlet());
          return new Pickup(ticket, order, form.outlet());
        },
        (opened, clocks) -> opened.ordered(collectBy(opened, form.collectBy())));
  }

  /** What was agreed, else what the policy says. */
  private Instant collectBy(Pickup opened, Instant agreed) {
    return agreed == null
        ? deadlines.wouldBeDueAt(opened.profile(), "COLLECT", opened.openedAt())
        : agreed;
  }

  /** Where the courier has to go, for somebody who says why (PRV-01, REG-10). */
  Party reveal(CaseNumber number, String reason) {
    var pickup = pickups.file(number).subject(); // refuses who may not see it
    pickup.requireNotAnonymised();
    reveals.take();
    pickups.note(
        number, (found, now) -> Change.within("address-reveal", found.statusName()).noting(reason));
    return seal.open(pickup.order().place(), Party.class);
  }
}
