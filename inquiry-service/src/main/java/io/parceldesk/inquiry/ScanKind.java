package io.parceldesk.inquiry;

/** What a scan tells of a parcel. */
public enum ScanKind {
  ACCEPTED,
  DISPATCHED,
  ARRIVED,
  OUT_FOR_DELIVERY,
  DELIVERED,
  PROBLEM,
  RETURNED;

  /** Accepted and dispatched is all that a lost parcel has, too (INQ-13). */
  boolean showsMovement() {
    return switch (this) {
      case ACCEPTED, DISPATCHED -> false;
      case ARRIVED, OUT_FOR_DELIVERY, DELIVERED, PROBLEM, RETURNED -> true;
    };
  }
}
