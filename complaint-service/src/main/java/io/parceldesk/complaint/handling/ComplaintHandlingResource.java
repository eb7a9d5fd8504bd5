package io.parceldesk.complaint.handling;

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

/** The steps of handling a complaint, each a noun to POST. */
@Path("/api/v1/complaints/{number}")
@Idempotent
class ComplaintHandlingResource {
  private final ComplaintHandling handling;
  private final ComplaintViews views;

  ComplaintHandlingResource(ComplaintHandling handling, ComplaintViews views) {
    this.handling = handling;
    this.views = views;
  }

  @POST
  @Path("acknowledgement")
  @Operation(summary = "The customer was told that the complaint was received (CMP-16)")
  public RestResponse<ComplaintView> acknowledge(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AcknowledgementForm form) {
    return answer(handling.acknowledge(number, ifMatch, form));
  }

  @POST
  @Path("assessment")
  @Operation(summary = "Founded, or unfounded and explained to the customer (CMP-07)")
  public RestResponse<ComplaintView> assess(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AssessmentForm form) {
    return answer(handling.assess(number, ifMatch, form));
  }

  @POST
  @Path("assignment")
  @Operation(
      summary = "Names the outlet or department that must answer (CMP-08)",
      description =
          "Without either, the first assignment goes to the suggestedHandler of the view, as the"
              + " table of default handlers has it.")
  public RestResponse<ComplaintView> assign(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AssignmentForm form) {
    return answer(handling.assign(number, ifMatch, form));
  }

  @POST
  @Path("investigation")
  @Operation(summary = "Cause and responsible person (CMP-09)")
  public RestResponse<ComplaintView> investigate(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      InvestigationForm form) {
    return answer(handling.investigate(number, ifMatch, form));
  }

  @POST
  @Path("plan")
  @Operation(summary = "Proposes a remedy (CMP-10)")
  public RestResponse<ComplaintView> propose(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      PlanForm form) {
    return answer(handling.propose(number, ifMatch, form));
  }

  @POST
  @Path("decision")
  @Operation(summary = "The manager approves the plan or sends it back (CMP-11)")
  public RestResponse<ComplaintView> decide(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      DecisionForm form) {
    return answer(handling.decide(number, ifMatch, form));
  }

  @POST
  @Path("implementation")
  @Operation(summary = "The plan was carried out and the customer told (CMP-12, SLA-18)")
  public RestResponse<ComplaintView> implement(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ImplementationForm form) {
    return answer(handling.implement(number, ifMatch, form));
  }

  @POST
  @Path("call-back")
  @Operation(summary = "What the customer said; not satisfied, it goes back (CMP-04)")
  public RestResponse<ComplaintView> callBack(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      CallBackForm form) {
    return answer(handling.callBack(number, ifMatch, form));
  }

  @POST
  @Path("closure")
  @Operation(summary = "Summed up and done (CMP-13)")
  public RestResponse<ComplaintView> close(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ClosureForm form) {
    return answer(handling.close(number, ifMatch, form));
  }

  @POST
  @Path("reopening")
  @Operation(summary = "The customer came back")
  public RestResponse<ComplaintView> reopen(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(handling.reopen(number, ifMatch));
  }

  @POST
  @Path("claim-referral")
  @Operation(summary = "Money is owed: claims-service files a claim (CMP-17)")
  public RestResponse<ComplaintView> refer(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ClaimReferralForm form) {
    return answer(handling.refer(number, ifMatch, form));
  }

  @POST
  @Path("unsatisfied-closure")
  @Operation(
      summary = "A manager closes it although the customer is not satisfied (AMB-35)",
      description =
          "After a dissatisfied call-back, once the customer was answered. The customer is told of"
              + " the 12305 appeal.")
  public RestResponse<ComplaintView> closeUnsatisfied(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      UnsatisfiedClosureForm form) {
    return answer(handling.closeUnsatisfied(number, ifMatch, form));
  }

  @POST
  @Path("pause")
  @Operation(
      summary = "The service clocks wait for the customer; the law's never do",
      description =
          "422 pause-reason-not-allowed names the allowed reasons. Any sign from the customer lets"
              + " the clocks run again.")
  public RestResponse<ComplaintView> pause(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      PauseForm form) {
    return answer(handling.pause(number, ifMatch, form));
  }

  @POST
  @Path("resumption")
  @Operation(summary = "The clocks run again; 409 not-paused when they do already")
  public RestResponse<ComplaintView> resume(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ResumptionForm form) {
    return answer(handling.resume(number, ifMatch, form));
  }

  private RestResponse<ComplaintView> answer(CaseFile<Complaint> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
