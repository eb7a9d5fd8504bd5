package io.parceldesk.claims;

/** How far the money of an agreed claim is (CLM-05). */
public enum PaymentState {
  /** Agreed; nobody has ordered it yet. */
  DUE,
  /** Finance has to pay. */
  ORDERED,
  /** The bank has paid. */
  CONFIRMED,
  /** The bank could not pay; it may be ordered again. */
  FAILED
}
