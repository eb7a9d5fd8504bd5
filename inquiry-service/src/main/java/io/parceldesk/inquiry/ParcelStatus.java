package io.parceldesk.inquiry;

/** Where a parcel is on its way, found from its scans alone. */
public enum ParcelStatus {
  /** Taken over, but not scanned yet. */
  REGISTERED,
  ACCEPTED,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  DELIVERED,
  /** A delivery failed; what becomes of the parcel is open. */
  FAILED,
  /** Back with its sender. */
  RETURNED;

  static ParcelStatus after(ScanType type) {
    return switch (type) {
      case ACCEPTED -> ACCEPTED;
      case DEPARTED, ARRIVED -> IN_TRANSIT;
      case OUT_FOR_DELIVERY -> OUT_FOR_DELIVERY;
      case DELIVERED -> DELIVERED;
      case FAILED -> FAILED;
      case RETURNED -> RETURNED;
    };
  }
}
