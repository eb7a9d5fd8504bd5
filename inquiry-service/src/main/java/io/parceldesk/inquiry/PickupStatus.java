package io.parceldesk.inquiry;

import java.util.Set;

/** The life of a pick-up (ORD-06, PRB-07), and the only ways from one step to the next. */
public enum PickupStatus {
  ORDERED,
  DISPATCHED,
  FAILED,
  COLLECTED,
  CANCELLED;

  boolean leadsTo(PickupStatus next) {
    return successors().contains(next);
  }

  private Set<PickupStatus> successors() {
    return switch (this) {
      case ORDERED -> Set.of(DISPATCHED, ORDERED, COLLECTED, FAILED, CANCELLED);
      case DISPATCHED -> Set.of(DISPATCHED, ORDERED, COLLECTED, FAILED, CANCELLED);
      case FAILED -> Set.of(ORDERED, CANCELLED); // rebooked, or given up
      case COLLECTED, CANCELLED -> Set.of();
    };
  }
}
