package io.parceldesk.complaint.joint;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Further outlets and departments that are asked for their part of a complaint. */
@Path("/api/v1/complaints/{number}/joint-parties")
@Idempotent
class JointHandlingResource {
  private final JointHandling handling;
  private final ComplaintViews views;

  JointHandlingResource(JointHandling handling, ComplaintViews views) {
    this.handling = handling;
    this.views = views;
  }

  @POST
  @Operation(
      summary = "Asks an outlet or department for its part; the complaint stays with its handler",
      description =
          "Each party has a clock of its own (JOINT_REPLY), which begins anew when it is asked"
              + " again (CMP-20). The outlet sees the complaint from then on, and can answer here"
              + " or through its own system. 422 asks-its-handler for whoever handles it.")
  public RestResponse<ComplaintView> ask(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      JointPartyForm form) {
    return answer(handling.ask(number, ifMatch, form));
  }

  @POST
  @Path("{id}/answer")
  @Operation(
      summary = "What the party says for its part",
      description =
          "By the desk for anyone, by an outlet for itself. 409 not-waited-for once the question"
              + " was answered or withdrawn.")
  public RestResponse<ComplaintView> answer(
      @PathParam("number") CaseNumber number,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      JointAnswerForm form) {
    return answer(handling.answer(number, id, ifMatch, form));
  }

  @POST
  @Path("{id}/withdrawal")
  @Operation(summary = "The party's part is not needed any more; it is told so")
  public RestResponse<ComplaintView> withdraw(
      @PathParam("number") CaseNumber number,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      JointWithdrawalForm form) {
    return answer(handling.withdraw(number, id, ifMatch, form));
  }

  private RestResponse<ComplaintView> answer(CaseFile<Complaint> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
