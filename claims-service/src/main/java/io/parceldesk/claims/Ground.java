package io.parceldesk.claims;

/** On what ground a customer claims (CLM-08 to CLM-12). */
public enum Ground {
  DELAY,
  LOSS,
  DAMAGE,
  MISMATCH
}
