package io.parceldesk.complaint;

/** What our reply to the authority says of an appeal. */
public enum Conclusion {
  UPHELD,
  SETTLED,
  REJECTED
}
