package io.parceldesk.inquiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Parcels for tests, promised for 2026-11-20 18:00 in Shanghai. */
final class Parcels {
  static final Instant PROMISED = Instant.parse("2026-11-20T10:00:00Z");
  static final SealedParty SOMEBODY = new SealedParty("sealed", "phone", "name");

  private Parcels() {}

  static Parcel accepted() {
    var parcel = new Parcel("LLT8812604417");
    parcel.accept(terms(), SOMEBODY, SOMEBODY);
    parcel.add(scan(ScanKind.ACCEPTED, PROMISED.minusSeconds(172_800)));
    return parcel;
  }

  static Parcel onItsWay() {
    var parcel = accepted();
    parcel.add(scan(ScanKind.ARRIVED, PROMISED.minusSeconds(86_400)));
    return parcel;
  }

  static Parcel delivered() {
    var parcel = onItsWay();
    parcel.add(scan(ScanKind.DELIVERED, PROMISED.minusSeconds(3600)));
    return parcel;
  }

  static ParcelTerms terms() {
    return new ParcelTerms(
        Route.DOMESTIC,
        LocalDate.of(2026, 11, 18),
        PROMISED,
        "LLT-GZ-01",
        "LLT-CD-02",
        new BigDecimal("12.00"),
        null);
  }

  static Scan scan(ScanKind kind, Instant at) {
    return new Scan(at, kind, "LLT-CD-02");
  }
}
