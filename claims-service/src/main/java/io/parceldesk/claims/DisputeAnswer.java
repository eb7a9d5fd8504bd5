package io.parceldesk.claims;

/** What the responsible outlet says to an announcement (ARB-06). */
public enum DisputeAnswer {
  ACCEPTED,
  REFUSED,
  NEGOTIATE,
  /** The limit passed without a word. */
  SILENT
}
