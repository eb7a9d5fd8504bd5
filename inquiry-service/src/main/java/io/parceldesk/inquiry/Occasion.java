package io.parceldesk.inquiry;

/** What the system noticed when it declared a problem parcel by itself (PRB-02). */
public enum Occasion {
  FAILED_ATTEMPT,
  /** Nothing was heard of it for too long, or nothing at all. */
  NO_SCAN,
  /** The thorough-delay limit is near (REG-07). */
  LIMIT_NEAR
}
