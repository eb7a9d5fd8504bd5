package io.parceldesk.chassis.deadline;

/** Why a SERVICE clock may stand still: always because something lies with the customer. */
enum PauseReason {
  WAITING_FOR_CUSTOMER,
  CUSTOMER_UNREACHABLE,
  CUSTOMER_ASKED_TO_WAIT;

  static boolean isKnown(String reason) {
    for (var known : values()) {
      if (known.name().equals(reason)) {
        return true;
      }
    }
    return false;
  }
}
