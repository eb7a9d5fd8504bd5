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

/** What becomes of a loss whose parcel was delivered after all, by a person's hand (AMB-13). */
@Path("/api/v1/claims/{number}")
@Idempotent
class ClaimReopeningResource {
  private final ClaimReopening reopening;
  private final ClaimViews views;

  ClaimReopeningResource(ClaimReopening reopening, ClaimViews views) {
    this.reopening = reopening;
    this.views = views;
  }

  @POST
  @Path("loss-confirmation")
  @Operation(
      summary = "The loss stands: what was seen as a delivery is none (AMB-13)",
      description = "Clears deliveredAfterLossAt; the reason goes into the timeline.")
  public RestResponse<ClaimView> confirmLoss(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReasonForm form) {
    return answer(reopening.confirmLoss(number, ifMatch, form));
  }

  @POST
  @Path("reopening")
  @Operation(
      summary = "The parcel has come: the claim is decided anew, as a delay (AMB-13)",
      description =
          "After an offer, an agreement or a payment. What was not paid yet is not paid; what was"
              + " paid is settled by resettlement. The claimant is told.")
  public RestResponse<ClaimView> reopen(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReasonForm form) {
    return answer(reopening.reopen(number, ifMatch, form));
  }

  @POST
  @Path("resettlement")
  @Operation(
      summary = "What the claimant keeps of the payment; the rest has come back (AMB-13)",
      description =
          "Takes the facts of the delay as an offer does; another amount than the tariff gives"
              + " needs a reason. What came back is posted from CUSTOMERS to HEADQUARTERS, by the"
              + " bank's reference. Where more than a limit was paid it takes another person than"
              + " who reopened the claim (422 four-eyes).")
  public RestResponse<ClaimView> resettle(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ResettlementForm form) {
    return answer(reopening.resettle(number, ifMatch, form));
  }

  private RestResponse<ClaimView> answer(CaseFile<Claim> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
