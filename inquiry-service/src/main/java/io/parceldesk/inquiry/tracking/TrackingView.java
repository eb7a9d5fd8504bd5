package io.parceldesk.inquiry.tracking;

import io.parceldesk.contracts.Money;
import io.parceldesk.inquiry.DeliveryMode;
import io.parceldesk.inquiry.ParcelStatus;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ScanType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What anybody with the number may see of a parcel (REG-02, art. 25). */
record TrackingView(
    String waybill,
    ParcelStatus status,
    String statusText,
    Instant deliveredAt,
    List<MilestoneView> milestones,
    Promise service,
    Goods goods,
    Fee fee,
    Parties parties,
    String personalData,
    String disputeResolution) {

  record MilestoneView(ScanType type, String text, Instant at, String outlet) {}

  record Promise(
      String product,
      LocalDate dispatchedOn,
      Instant promisedAt,
      DeliveryMode deliveryMode,
      String deliveryModeText) {}

  record Goods(String name, Integer pieces, BigDecimal weightKg) {}

  record Fee(Money freight, Money insuredAmount, Money cod) {}

  /** Masked (REG-09); null without the last digits of one of their phones. */
  record Parties(Party.Masked sender, Party.Masked recipient) {}
}
