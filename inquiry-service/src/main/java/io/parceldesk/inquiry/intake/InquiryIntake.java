package io.parceldesk.inquiry.intake;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.InquiryPeriods;
import io.parceldesk.inquiry.NewInquiry;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes inquiries in and finds out what they call for (INQ-04). */
@ApplicationScoped
class InquiryIntake {
  private final Inquiries inquiries;
  private final ParcelRepository parcels;

  private final InquiryPeriods periods;
  private final boolean acknowledgedAtOnce;

  InquiryIntake(
      Inquiries inquiries,
      ParcelRepository parcels,
      InquiryPeriods periods,
      @ConfigProperty(name = "parceldesk.inquiry.acknowledge-at-once") boolean acknowledgedAtOnce) {
    this.inquiries = inquiries;
    this.parcels = parcels;
    this.periods = periods;
    this.acknowledgedAtOnce = acknowledgedAtOnce;
  }

  CaseFile<Inquiry> open(NewInquiry inquiry, OpeningRequest request) {
    return inquiries.open(
        request,
        ticket -> {
          var parcel = parcels.known(inquiry.waybill());
          return new Inquiry(ticket, inquiry, parcel, periods.validUntil(profile(inquiry), parcel));
        },
        (opened, clocks) -> opened.opened(acknowledgedAtOnce));
  }

  /** Of an inquiry that has no number yet: what decides how long a parcel can be asked about. */
  private static CaseProfile profile(NewInquiry inquiry) {
    return new CaseProfile(
        null,
        CaseKind.INQUIRY,
        inquiry.category().name(),
        null,
        inquiry.tier(),
        inquiry.urgent(),
        inquiry.channel(),
        null);
  }
}
