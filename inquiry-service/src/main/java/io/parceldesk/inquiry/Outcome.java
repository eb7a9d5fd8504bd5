package io.parceldesk.inquiry;

/** How a problem parcel ended. */
public enum Outcome {
  DELIVERED,
  RETURNED,
  /** The sender gave it up, and it was disposed of. */
  DISPOSED,
  /** It was no problem after all. */
  WITHDRAWN,
  /** It is not found: who is owed for it files a claim (CLM-10). */
  LOST,
  /** Nobody decided before its custody ended (REG-14). */
  UNCLAIMED
}
