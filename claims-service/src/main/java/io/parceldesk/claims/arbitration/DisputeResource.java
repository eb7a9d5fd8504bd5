package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeView;
import io.parceldesk.claims.DisputeViews;
import io.parceldesk.claims.Disputes;
import jakarta.ws.rs.Path;

/** Reads disputes between outlets: lists, one, its history, its clocks. */
@Path("/api/v1/outlet-disputes")
class DisputeResource extends CaseResource<Dispute, DisputeView> {
  private final DisputeViews views;

  DisputeResource(Disputes disputes, CaseReading reading, DisputeViews views) {
    super(disputes, reading);
    this.views = views;
  }

  @Override
  protected DisputeView view(CaseFile<Dispute> file) {
    return views.of(file);
  }
}
