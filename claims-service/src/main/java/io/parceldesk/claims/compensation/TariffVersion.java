package io.parceldesk.claims.compensation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A tariff as it was valid for the parcels dispatched from a day on.
 *
 * @param terms {@link OutletTerms} or {@link CustomerTerms}
 * @param author {@code shipped}, or who wrote it
 */
public record TariffVersion(
    TariffId id,
    int version,
    Object terms,
    Instant publishedAt,
    LocalDate effectiveFrom,
    String author,
    Instant createdAt) {
  public static final String SHIPPED = "shipped";

  public String reference() {
    return id.text() + "@" + version;
  }
}
