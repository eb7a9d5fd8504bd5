package io.parceldesk.claims.compensation;

/** How an assessment ends. */
public enum Outcome {
  /** An amount is owed; it may be 0.00. */
  AWARD,
  /** No table has an amount: people decide (CMPN-34). */
  REFER,
  /** Something is missing: the filing goes back (ARB-09). */
  RETURN,
  /** A customer's claim that an exemption answers (CLM-13); a person confirms it (REG-10). */
  EXEMPT,
  /** A fine to headquarters instead of an award (ARB-08, CMPN-47). */
  PENALTY
}
