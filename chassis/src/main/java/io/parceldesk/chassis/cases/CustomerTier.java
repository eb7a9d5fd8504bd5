package io.parceldesk.chassis.cases;

/** Customers by value and needs (CRM-01). */
public enum CustomerTier {
  VIP,
  IMPORTANT,
  ORDINARY
}
