package io.parceldesk.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What is known of a parcel; null where its events did not tell. */
public record ParcelFacts(
    LocalDate dispatchedOn,
    BigDecimal freight,
    BigDecimal insured,
    Instant lostAt,
    Instant deliveredAt,
    Instant inquiredAt) {
  static final ParcelFacts UNKNOWN = new ParcelFacts(null, null, null, null, null, null);

  /** Still undelivered when the thorough-delay limit came (CLM-10). */
  public boolean isLost() {
    return lostAt != null && deliveredAt == null;
  }
}
