package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseAction;

/** What can be done with a pick-up: each action leads to a status. */
public enum PickupAction implements CaseAction {
  DISPATCH(PickupStatus.DISPATCHED),
  COLLECTION(PickupStatus.COLLECTED),
  FAILURE(PickupStatus.FAILED),
  REBOOKING(PickupStatus.ORDERED),
  CANCELLATION(PickupStatus.CANCELLED);

  private final PickupStatus next;

  PickupAction(PickupStatus next) {
    this.next = next;
  }

  boolean isPossibleIn(PickupStatus status) {
    return status.leadsTo(next);
  }
}
