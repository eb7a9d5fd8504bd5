package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.PickupStatus.CANCELLED;
import static io.parceldesk.inquiry.PickupStatus.COLLECTED;
import static io.parceldesk.inquiry.PickupStatus.DISPATCHED;
import static io.parceldesk.inquiry.PickupStatus.FAILED;
import static io.parceldesk.inquiry.PickupStatus.ORDERED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.InquiryEvent.PickupOrdered;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A customer has ordered a courier to come for a parcel (ORD-06, PRB-07). */
@Entity
public class Pickup implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private PickupStatus status;

  @Embedded private NewPickup order;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String waybill;
  private Instant collectBy;
  private Instant openedAt;
  private Instant closedAt;
  private Instant anonymisedAt;
  private String outlet;
  private String department;
  private String assignee;

  protected Pickup() {
    // for the persistence provider
  }

  /** {@code outlet} is who collects, or null where that is settled later. */
  public Pickup(Ticket ticket, NewPickup order, String outlet) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = ORDERED;
    this.order = order;
    priority = Priority.of(order.urgent(), order.tier(), false);
    openedAt = ticket.now();
    this.outlet = outlet;
  }

  /** The customer and, where it is known, the outlet are told by when a courier comes. */
  public Change ordered(Instant by) {
    requireLater(by, openedAt);
    collectBy = by;
    return Change.of("order", null, status).starts("COLLECT", by).announces(told());
  }

  /** To a courier, or to another outlet, which is told. */
  public Change dispatch(String toOutlet, String courier) {
    var isNews = !Objects.equals(outlet, toOutlet);
    var change = become(DISPATCHED, "dispatch").noting(toOutlet);
    outlet = toOutlet;
    assignee = courier;
    return isNews ? change.announces(told()) : change;
  }

  /** The courier has it; {@code number} of the waybill where it got one. */
  public Change collect(String itsWaybill, Instant now) {
    var change = become(COLLECTED, "collection");
    waybill = itsWaybill;
    closedAt = now;
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
    assignee = null;
    return change.meets("WORK_ORDER").starts("COLLECT", by).announces(told());
  }

  /** The customer wants it no more. */
  public Change cancel(String reason, Instant now) {
    var change = become(CANCELLED, "cancellation");
    closedAt = now;
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

  private Change become(PickupStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.PICKUP.name(),
        status.name(),
        priority.name(),
        order.tier().name(),
        waybill,
        openedAt,
        outlet,
        department);
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.PICKUP,
        order.category().name(),
        null,
        order.tier(),
        order.urgent(),
        order.channel(),
        outlet);
  }

  @Override
  public List<PickupAction> possibleActions() {
    return Arrays.stream(PickupAction.values())
        .filter(action -> action.isPossibleIn(status))
        .toList();
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  /** The assignee is the courier. */
  @Override
  public Owner owner() {
    return new Owner(outlet, department, assignee);
  }

  @Override
  public Instant anonymisedAt() {
    return anonymisedAt;
  }

  @Override
  public String contact() {
    return order.contact();
  }

  public PickupStatus status() {
    return status;
  }

  public NewPickup order() {
    return order;
  }

  public Priority priority() {
    return priority;
  }

  /** Null before it is collected, and where it got none. */
  public String waybill() {
    return waybill;
  }

  public Instant collectBy() {
    return collectBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
