package io.parceldesk.inquiry.reading;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.InquiryView;
import io.parceldesk.inquiry.InquiryViews;
import jakarta.ws.rs.Path;
import java.util.List;

/** Reads inquiries: lists, one, its history, its clocks. */
@Path("/api/v1/inquiries")
class InquiryResource extends CaseResource<Inquiry, InquiryView> {
  private final InquiryViews views;

  InquiryResource(Inquiries inquiries, CaseReading reading, InquiryViews views) {
    super(inquiries, reading);
    this.views = views;
  }

  @Override
  protected InquiryView view(CaseFile<Inquiry> file) {
    return views.of(file);
  }

  /** Without what would cost a look-up for every row. */
  @Override
  protected List<InquiryView> views(List<CaseFile<Inquiry>> files) {
    return files.stream().map(views::row).toList();
  }
}
