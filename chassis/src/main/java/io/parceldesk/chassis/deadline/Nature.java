package io.parceldesk.chassis.deadline;

/**
 * STATUTORY: the law's, never pauses. SERVICE: our promise, pauses while we wait on the customer.
 */
public enum Nature {
  STATUTORY,
  SERVICE
}
