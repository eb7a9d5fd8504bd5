package io.parceldesk.inquiry;

/** How a problem parcel ended. */
public enum Outcome {
  DELIVERED,
  RETURNED,
  /** The sender gave it up, and it was disposed of. */
  DISPOSED,
  /** It was no problem after all. */
  WITHDRAWN,
  /** Nobody decided before its custody ended (REG-14). */
  UNCLAIMED
}
