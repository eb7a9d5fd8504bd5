package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintView;
import io.parceldesk.complaint.ComplaintViews;
import io.parceldesk.complaint.Complaints;
import jakarta.ws.rs.Path;
import java.util.List;

/** Reads complaints: lists, one, its history, its clocks. */
@Path("/api/v1/complaints")
class ComplaintResource extends CaseResource<Complaint, ComplaintView> {
  private final ComplaintViews views;

  ComplaintResource(Complaints complaints, CaseReading reading, ComplaintViews views) {
    super(complaints, reading);
    this.views = views;
  }

  @Override
  protected ComplaintView view(CaseFile<Complaint> file) {
    return views.of(file);
  }

  @Override
  protected List<ComplaintView> views(List<CaseFile<Complaint>> files) {
    return views.of(files);
  }
}
