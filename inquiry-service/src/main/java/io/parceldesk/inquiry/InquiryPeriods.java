package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.deadline.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long a parcel can be asked about, and an inquiry reopened: policies as all limits are. */
@ApplicationScoped
public class InquiryPeriods {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Deadlines deadlines;
  private final ScanHistory scans;

  InquiryPeriods(Deadlines deadlines, ScanHistory scans) {
    this.deadlines = deadlines;
    this.scans = scans;
  }

  /** A year from the acceptance on (INQ-06, SLA-16); null where nobody knows when that was. */
  public Instant validUntil(CaseProfile inquiry, Parcel parcel) {
    var acceptedAt = parcel == null ? null : acceptedAt(parcel);
    return acceptedAt == null ? null : deadlines.wouldBeDueAt(inquiry, "VALIDITY", acceptedAt);
  }

  public Instant reopeningUntil(Inquiry inquiry) {
    var until = deadlines.wouldBeDueAt(inquiry.profile(), "REOPENING", inquiry.closedAt());
    return until == null ? Instant.MAX : until;
  }

  private Instant acceptedAt(Parcel parcel) {
    return scans.of(parcel.waybill()).stream()
        .filter(scan -> scan.type() == ScanType.ACCEPTED)
        .map(Scan::at)
        .min(Instant::compareTo)
        .orElseGet(() -> startOf(parcel.terms().dispatchedOn()));
  }

  private static Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZONE).toInstant();
  }
}
