package io.parceldesk.complaint.escalation;

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

/** Raises complaints on request. */
@Path("/api/v1/complaints/{number}/escalations")
@Idempotent
class EscalationResource {
  private final Escalation escalation;
  private final ComplaintViews views;

  EscalationResource(Escalation escalation, ComplaintViews views) {
    this.escalation = escalation;
    this.views = views;
  }

  @POST
  @Operation(summary = "Raises the complaint to a higher level than the one it has (CMP-32)")
  public RestResponse<ComplaintView> escalate(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      EscalationForm form) {
    var file = escalation.request(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }
}
