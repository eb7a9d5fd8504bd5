package io.parceldesk.inquiry;

import java.time.Instant;

/** What an inquiry about a parcel calls for, found from the parcel itself. */
public enum InquiryClass {
  /** The answer can be read off the scans: answer at once (INQ-14). */
  HAS_RESULT,
  /** Under way, but the promised time has passed: find the cause (INQ-12). */
  DELAYED,
  /** Nothing is known of it but that it left, or not even that: ask for the address (INQ-13). */
  NO_RESULT,
  /** Search with whatever the customer can give; a bare refusal is forbidden (INQ-16). */
  NO_WAYBILL;

  /** {@code parcel} is null where the waybill is not known. */
  public static InquiryClass of(String waybill, Parcel parcel, Instant now) {
    if (waybill == null) {
      return NO_WAYBILL;
    }
    if (parcel == null) {
      return NO_RESULT;
    }
    if (parcel.hasEnded()) {
      return HAS_RESULT;
    }
    if (!parcel.hasMovedSinceDispatch()) {
      return NO_RESULT;
    }
    return parcel.isOverdue(now) ? DELAYED : HAS_RESULT;
  }
}
