package io.parceldesk.claims;

import java.time.Instant;

/**
 * How claims are handled that are opened from a time on.
 *
 * @param author {@code shipped}, or who wrote it
 */
public record ClaimTermsVersion(
    int version, ClaimTerms terms, Instant effectiveFrom, String author, Instant createdAt) {
  public static final String SHIPPED = "shipped";

  /** Such as claim-handling@2. */
  public static String reference(int version) {
    return "claim-handling@" + version;
  }
}
