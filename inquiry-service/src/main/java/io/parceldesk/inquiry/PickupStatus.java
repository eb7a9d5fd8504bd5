package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The life of a pick-up (ORD-06, PRB-07), and the only ways from one step to the next. */
public enum PickupStatus implements CaseStatus<PickupStatus> {
  ORDERED,
  DISPATCHED,
  FAILED,
  COLLECTED,
  CANCELLED;

  @Override
  public Set<PickupStatus> successors() {
    return switch (this) {
      case ORDERED -> Set.of(DISPATCHED, ORDERED, COLLECTED, FAILED, CANCELLED);
      case DISPATCHED -> Set.of(DISPATCHED, ORDERED, COLLECTED, FAILED, CANCELLED);
      case FAILED -> Set.of(ORDERED, CANCELLED); // rebooked, or given up
      case COLLECTED, CANCELLED -> Set.of();
    };
  }
}
