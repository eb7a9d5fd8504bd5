package io.parceldesk.claims.compensation;

/** What frees the company from compensating a customer (CLM-13). */
public enum Exemption {
  NONE,
  CUSTOMER_FAULT,
  NATURE_OF_GOODS,
  FORCE_MAJEURE,
  PRESCRIBED
}
