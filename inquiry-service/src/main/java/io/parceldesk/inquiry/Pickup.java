package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.PickupStatus.CANCELLED;
import static io.parceldesk.inquiry.PickupStatus.COLLECTED;
import static io.parceldesk.inquiry.PickupStatus.DISPATCHED;
import static io.parceldesk.inquiry.PickupStatus.FAILED;
import static io.parceldesk.inquiry.PickupStatus.ORDERED;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Intake;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.InquiryEvent.PickupOrdered;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A customer has ordered a courier to come for a parcel (ORD-06, PRB-07). */
@Entity
public class Pickup extends StoredCase<PickupStatus> {
  @Embedded private NewPickup order;

  private String waybill;
  private Instant collectBy;
  @Embedded private Handler handler;

  protected Pickup() {
    // for the persistence provider
  }

  /** {@code outlet} is who collects, or null where that is settled later. */
  public Pickup(Ticket ticket, NewPickup order, String outlet) {
    super(ticket, ORDERED, order);
    this.order = order;
    handler = Handler.at(outlet);
  }

  /** The customer and, where it is known, the outlet are told by when a courier comes. */
  public Change ordered(Instant by) {
    requireLater(by, openedAt());
    collectBy = by;
    return opening("order").starts("COLLECT", by).announces(told());
  }

  /** To a courier, or to another outlet, which is told. */
  public Change dispatch(String toOutlet, String courier) {
    var isNews = !Objects.equals(owner().outlet(), toOutlet);
    var change = become(DISPATCHED, "dispatch").noting(toOutlet);
    handler = new Handler(toOutlet, null, courier);
    return isNews ? change.announces(told()) : change;
  }

  /** The courier has it; {@code number} of the waybill where it got one. */
  public Change collect(String itsWaybill, Instant now) {
    var change = become(COLLECTED, "collection");
    waybill = itsWaybill;
    closeAt(now);
    return change.meets("COLLECT");
  }

  /** The courier came in vain, or not at all: the desk settles with the customer what to do. */
  public Change fail(String reason) {
    return become(FAILED, "failure").noting(reason).cancels("COLLECT").starts("WORK_ORDER");
  }

  /** Another time was agreed, and whoever is concerned is told. */
  public Change rebook(Instant by, Instant now) {
    requireLater(by, now);
    var change = become(ORDERED, "rebooking");
    collectBy = by;
    handler = Handler.at(owner().outlet());
    return change.meets("WORK_ORDER").starts("COLLECT", by).announces(told());
  }

  /** The customer wants it no more. */
  public Change cancel(String reason, Instant now) {
    var change = become(CANCELLED, "cancellation");
    closeAt(now);
    return change.noting(reason).cancels("COLLECT", "WORK_ORDER");
  }

  private PickupOrdered told() {
    return new PickupOrdered(facts(), collectBy, contact());
  }

  private static void requireLater(Instant by, Instant now) {
    if (!by.isAfter(now)) {
      throw DomainException.refusedByRule(
          "ORD-06", "collect-in-past", "collectBy must be in the future");
    }
  }

  @Override
  public List<PickupAction> possibleActions() {
    return Arrays.stream(PickupAction.values())
        .filter(action -> action.isPossibleIn(status()))
        .toList();
  }

  /** The assignee is the courier. */
  @Override
  public Owner owner() {
    return Handler.orNobody(handler).owner();
  }

  public NewPickup order() {
    return order;
  }

  @Override
  protected Intake intake() {
    return order;
  }

  /** Null before it is collected, and where it got none. */
  @Override
  public String waybill() {
    return waybill;
  }

  public Instant collectBy() {
    return collectBy;
  }
}
