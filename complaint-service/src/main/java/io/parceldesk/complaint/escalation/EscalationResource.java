package io.parceldesk.complaint.escalation;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintView;
import io.parceldesk.complaint.ComplaintViews;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Raises complaints on request, and sees that somebody takes them on. */
@Path("/api/v1/complaints/{number}")
@Idempotent
class EscalationResource {
  private final Escalation escalation;
  private final ComplaintViews views;

  EscalationResource(Escalation escalation, ComplaintViews views) {
    this.escalation = escalation;
    this.views = views;
  }

  @POST
  @Path("escalations")
  @Operation(summary = "Raises the complaint to a higher level than the one it has (CMP-32)")
  public RestResponse<ComplaintView> escalate(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      EscalationForm form) {
    return answer(escalation.request(number, ifMatch, form));
  }

  @POST
  @Path("escalation-acknowledgement")
  @Operation(
      summary = "Somebody takes the escalation on: service deadlines raise it no higher (CMP-32)")
  public RestResponse<ComplaintView> takeOn(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(escalation.takeOn(number, ifMatch));
  }

  private RestResponse<ComplaintView> answer(CaseFile<Complaint> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
