package io.parceldesk.complaint;

/** What a plan offers the customer (CMP-10). */
public enum Remedy {
  REFUND,
  REDELIVER,
  COMPENSATE,
  APOLOGISE,
  OTHER;

  public boolean isMoney() {
    return this == REFUND || this == COMPENSATE;
  }
}
