package io.parceldesk.complaint.merging;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.complaint.ComplaintView;
import io.parceldesk.complaint.ComplaintViews;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Ends duplicates, so that one matter is one complaint. */
@Path("/api/v1/complaints/{number}/merge")
@Idempotent
class ComplaintMergeResource {
  private final ComplaintMerge merging;
  private final ComplaintViews views;

  ComplaintMergeResource(ComplaintMerge merging, ComplaintViews views) {
    this.merging = merging;
    this.views = views;
  }

  @POST
  @Operation(
      summary = "The complaint is the same matter as another one, and goes on there",
      description =
          "For a complaint that is not investigated yet, into one that still awaits its answer."
              + " Priority, level, promise, links and open questions go along, and the earlier due"
              + " time rules. Both customers hear what becomes of it. 409 survivor-not-open, 422"
              + " other-waybill unless evenIfOtherWaybill, 422 merge-with-itself. It cannot be"
              + " undone.")
  public RestResponse<ComplaintView> merge(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      MergeForm form) {
    var file = merging.merge(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }
}
