package io.parceldesk.claims.compensation;

/** What happened to a customer's goods, as the table of compensation tells cases apart. */
public enum Harm {
  /** Late, and worth what they were. */
  DELAY,
  LOSS,
  FULL_DAMAGE,
  PARTIAL_DAMAGE
}
