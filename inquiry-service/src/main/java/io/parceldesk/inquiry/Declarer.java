package io.parceldesk.inquiry;

/** Who says that a parcel is a problem (PRB-02). */
public enum Declarer {
  COURIER,
  OUTLET,
  SYSTEM
}
