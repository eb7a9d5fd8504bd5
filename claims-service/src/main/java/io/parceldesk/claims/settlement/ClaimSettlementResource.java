package io.parceldesk.claims.settlement;

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

/** The claimant's answer to an offer or refusal, and who is to be paid. */
@Path("/api/v1/claims/{number}")
@Idempotent
class ClaimSettlementResource {
  private final ClaimSettlement settlement;
  private final ClaimViews views;

  ClaimSettlementResource(ClaimSettlement settlement, ClaimViews views) {
    this.settlement = settlement;
    this.views = views;
  }

  @POST
  @Path("agreement")
  @Operation(
      summary = "The claimant takes the offer; it is paid within seven days (CLM-05)",
      description = "409 already-compensated when the parcel is paid for on the ground already.")
  public RestResponse<ClaimView> agree(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(settlement.agree(number, ifMatch));
  }

  @POST
  @Path("dispute")
  @Operation(
      summary = "The claimant does not agree, or goes on in another way (CLM-06)",
      description = "Arbitration only where it was agreed when the parcel was accepted.")
  public RestResponse<ClaimView> dispute(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      DisputeForm form) {
    return answer(settlement.dispute(number, ifMatch, form));
  }

  @POST
  @Path("payee")
  @Operation(
      summary = "Names who is paid: the sender, or the beneficiary that the sender named (CLM-07)")
  public RestResponse<ClaimView> namePayee(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      PayeeForm form) {
    return answer(settlement.namePayee(number, ifMatch, form));
  }

  private RestResponse<ClaimView> answer(CaseFile<Claim> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
