package io.parceldesk.inquiry;

/** What a scan tells of a parcel, as the courier's own systems name it. */
public enum ScanType {
  ACCEPTED,
  DEPARTED,
  ARRIVED,
  OUT_FOR_DELIVERY,
  DELIVERED,
  FAILED,
  RETURNED;

  /** Accepted and departed is all that a lost parcel has, too (INQ-13). */
  boolean showsMovement() {
    return switch (this) {
      case ACCEPTED, DEPARTED -> false;
      case ARRIVED, OUT_FOR_DELIVERY, DELIVERED, FAILED, RETURNED -> true;
    };
  }

  /** The journey is over: the recipient has it, or the sender has it back. */
  boolean endsJourney() {
    return this == DELIVERED || this == RETURNED;
  }
}
