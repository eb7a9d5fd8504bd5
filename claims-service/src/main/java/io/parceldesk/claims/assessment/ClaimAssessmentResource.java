package io.parceldesk.claims.assessment;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The reply to a claim form and what follows from it, each a noun to POST. */
@Path("/api/v1/claims/{number}")
@Idempotent
class ClaimAssessmentResource {
  private final ClaimAssessment assessment;
  private final ClaimViews views;

  ClaimAssessmentResource(ClaimAssessment assessment, ClaimViews views) {
    this.assessment = assessment;
    this.views = views;
  }

  @POST
  @Path("acceptance")
  @Operation(summary = "The claimant is told by when there will be an offer (CLM-03, CLM-04)")
  public RestResponse<ClaimView> accept(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AcceptanceForm form) {
    return answer(assessment.accept(number, ifMatch, form));
  }

  @POST
  @Path("return")
  @Operation(summary = "The form goes back because something is missing (CLM-02)")
  public RestResponse<ClaimView> giveBack(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReturnForm form) {
    return answer(assessment.giveBack(number, ifMatch, form));
  }

  @POST
  @Path("evidence-request")
  @Operation(
      summary = "The claimant is asked for papers, and until when",
      description = "Clocks of our own making stand still; those of the law do not (SLA-12).")
  public RestResponse<ClaimView> request(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      EvidenceRequestForm form) {
    return answer(assessment.request(number, ifMatch, form));
  }

  @POST
  @Path("offer")
  @Operation(
      summary = "The compensation proposal, reckoned by the tariff of the dispatch date (CLM-04)",
      description =
          "Takes what a customer quote takes. Another amount than the tariff gives needs a reason;"
              + " so does an offer without the mandatory papers.")
  public RestResponse<ClaimView> offer(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      OfferForm form) {
    return answer(assessment.offer(number, ifMatch, form));
  }

  @POST
  @Path("refusal")
  @Operation(summary = "A person refuses the claim and names the rule (REG-10)")
  public RestResponse<ClaimView> refuse(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      RefusalForm form) {
    return answer(assessment.refuse(number, ifMatch, form));
  }

  private RestResponse<ClaimView> answer(CaseFile<Claim> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
