package io.parceldesk.inquiry.parcel;

import io.parceldesk.contracts.Money;
import io.parceldesk.inquiry.DeliveryMode;
import io.parceldesk.inquiry.ParcelStatus;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Route;
import io.parceldesk.inquiry.ScanType;
import io.parceldesk.inquiry.ThoroughLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A parcel as the desk sees it; its parties are masked (REG-09). */
record ParcelView(
    String waybill,
    ParcelStatus status,
    Route route,
    LocalDate dispatchedOn,
    Instant promisedAt,
    ThoroughLimit thoroughLimit,
    Instant deliveredAt,
    String fromOutlet,
    String toOutlet,
    String product,
    DeliveryMode deliveryMode,
    String goods,
    Integer pieces,
    BigDecimal weightKg,
    Money freight,
    Money insuredAmount,
    Money cod,
    Party.Masked sender,
    Party.Masked recipient,
    List<ScanView> scans) {

  record ScanView(
      String scanId, ScanType type, Instant at, String outlet, String courier, String note) {}
}
