package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.DisputeView;
import io.parceldesk.claims.DisputeViews;
import io.parceldesk.claims.arbitration.DisputeForms.ObjectionForm;
import io.parceldesk.claims.arbitration.DisputeForms.ReturnForm;
import io.parceldesk.claims.arbitration.DisputeForms.RulingForm;
import io.parceldesk.claims.arbitration.DisputeForms.VerificationForm;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What becomes of a dispute at headquarters, each step a noun to POST. */
@Path("/api/v1/outlet-disputes/{number}")
@Idempotent
class ArbitrationResource {
  private final Arbitration arbitration;
  private final DisputeViews views;

  ArbitrationResource(Arbitration arbitration, DisputeViews views) {
    this.arbitration = arbitration;
    this.views = views;
  }

  @POST
  @Path("submission")
  @Operation(
      summary = "Puts the dispute before headquarters, again after a return (ARB-07, ARB-09)",
      description =
          "Open after a refusal, silence, or the end of the negotiation (AMB-15). The checklist"
              + " says what is missing; after the last return an incomplete filing ends with"
              + " nothing.")
  public RestResponse<DisputeView> submit(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(arbitration.submit(number, ifMatch));
  }

  @POST
  @Path("return")
  @Operation(
      summary = "Material is missing: the filing goes back (ARB-09)",
      description =
          "Without missing, what the checklist lacks. After the last return the dispute ends with"
              + " nothing instead (AMB-16, CMPN-48).")
  public RestResponse<DisputeView> giveBack(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReturnForm form) {
    return answer(arbitration.giveBack(number, ifMatch, form));
  }

  @POST
  @Path("verification")
  @Operation(summary = "Headquarters looked into the report: true, or false (ARB-08)")
  public RestResponse<DisputeView> verify(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      VerificationForm form) {
    return answer(arbitration.verify(number, ifMatch, form));
  }

  @POST
  @Path("ruling")
  @Operation(
      summary = "Who is liable; the tariff of the dispatch date says for how much (ARB-08)",
      description =
          "A false report is fined. Every outlet that pays gets a penalty order, and the amounts"
              + " are posted. The ruling on an objection takes the place of the first and is the"
              + " last.")
  public RestResponse<DisputeView> rule(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      RulingForm form) {
    return answer(arbitration.rule(number, ifMatch, form));
  }

  @POST
  @Path("objection")
  @Operation(summary = "One of the outlets does not agree with the ruling, within its time")
  public RestResponse<DisputeView> object(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ObjectionForm form) {
    return answer(arbitration.object(number, ifMatch, form));
  }

  private RestResponse<DisputeView> answer(CaseFile<Dispute> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
