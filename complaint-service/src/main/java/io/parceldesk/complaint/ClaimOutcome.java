package io.parceldesk.complaint;

/** What became of a claim that a complaint was referred to (CMP-17). */
public enum ClaimOutcome {
  PAID,
  REFUSED
}
