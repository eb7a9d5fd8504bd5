package io.parceldesk.claims;

/** How far the parcel went; the time for a proposal depends on it (CLM-04). */
public enum Route {
  SAME_CITY,
  DOMESTIC,
  HK_MO_TW,
  INTERNATIONAL
}
