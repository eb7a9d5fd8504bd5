package io.parceldesk.inquiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Parcels for tests, promised for 2026-11-20 18:00 in Shanghai. */
final class Parcels {
  static final Instant PROMISED = Instant.parse("2026-11-20T10:00:00Z");
  static final SealedParty SOMEBODY = new SealedParty("sealed", "phone", "name");

  static final ThoroughLimit LIMIT =
      new ThoroughLimit(
          Instant.parse("2026-11-25T16:00:00Z"),
          Instant.parse("2026-11-27T16:00:00Z"),
          "thorough-delay-domestic@1");

  private Parcels() {}

  static Parcel accepted() {
    var parcel = new Parcel("LLT8812604417");
    parcel.accept(terms(), SOMEBODY, SOMEBODY, LIMIT);
    parcel.follow(List.of(scan(ScanType.ACCEPTED, PROMISED.minusSeconds(172_800))));
    return parcel;
  }

  static Parcel onItsWay() {
    var parcel = accepted();
    parcel.follow(List.of(scan(ScanType.ARRIVED, PROMISED.minusSeconds(86_400))));
    return parcel;
  }

  static Parcel delivered() {
    var parcel = onItsWay();
    parcel.follow(List.of(scan(ScanType.DELIVERED, PROMISED.minusSeconds(3600))));
    return parcel;
  }

  static ParcelTerms terms() {
    return termsPromisedAt(PROMISED);
  }

  static ParcelTerms termsPromisedAt(Instant promisedAt) {
    return new ParcelTerms(
        Route.DOMESTIC,
        LocalDate.of(2026, 11, 18),
        promisedAt,
        "LLT-GZ-01",
        "LLT-CD-02",
        new BigDecimal("12.00"),
        null,
        "STANDARD",
        DeliveryMode.DOOR,
        "文具",
        1,
        new BigDecimal("1.500"),
        null);
  }

  static Scan scan(ScanType kind, Instant at) {
    return new Scan(kind + "@" + at, "LLT8812604417", kind, at, "LLT-CD-02", null);
  }
}
