package io.parceldesk.inquiry;

/** How far a parcel goes; limits and tariffs differ by it (CLM-04, REG-07). */
public enum Route {
  SAME_CITY,
  DOMESTIC,
  HK_MO,
  TW,
  INTERNATIONAL
}
