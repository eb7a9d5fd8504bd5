package io.parceldesk.inquiry.intake;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.NewInquiry;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes inquiries in and finds out what they call for (INQ-04). */
@ApplicationScoped
class InquiryIntake {
  private final Inquiries inquiries;
  private final ParcelRepository parcels;

  InquiryIntake(Inquiries inquiries, ParcelRepository parcels) {
    this.inquiries = inquiries;
    this.parcels = parcels;
  }

  CaseFile<Inquiry> open(NewInquiry inquiry, OpeningRequest request) {
    return inquiries.open(
        request,
        ticket -> new Inquiry(ticket, inquiry, parcels.known(inquiry.waybill())),
        (opened, clocks) -> opened.opened());
  }
}
