package io.parceldesk.inquiry;

/** How delivery was agreed; a locker or station only with the recipient's consent (REG-02). */
public enum DeliveryMode {
  DOOR,
  OUTLET,
  LOCKER
}
