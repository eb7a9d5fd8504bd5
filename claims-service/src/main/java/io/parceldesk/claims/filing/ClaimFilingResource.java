package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import io.parceldesk.claims.Claims;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Files claims (CLM-02). */
@Path("/api/v1/claims")
@Idempotent
class ClaimFilingResource {
  private final ClaimFiling filing;
  private final Claimants claimants;
  private final Claims claims;
  private final ClaimViews views;
  private final ClaimedAmounts amounts;

  ClaimFilingResource(
      ClaimFiling filing,
      Claimants claimants,
      Claims claims,
      ClaimViews views,
      ClaimedAmounts amounts) {
    this.filing = filing;
    this.claimants = claimants;
    this.claims = claims;
    this.views = views;
    this.amounts = amounts;
  }

  @POST
  @Operation(summary = "Files a claim; 409 duplicate-case when one is open on the waybill")
  public RestResponse<ClaimView> file(@Valid @NotNull ClaimForm form) {
    amounts.requireSane(form.claimed());
    var claim = claimants.claimOf(form.claimant().toContact("/claimant"), form);
    var request = OpeningRequest.byRequest(form.waybill(), form.evenIfDuplicate());
    var file = filing.file(claim, form.handler(), request);
    return CaseAnswers.created(claims, file, views.of(file));
  }

  @POST
  @Path("{number}/filing")
  @Operation(
      summary = "The form that was handed out comes in, or one that was returned comes back",
      description = "The reply is due within 24 hours (CLM-03).")
  public RestResponse<ClaimView> fill(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      FilingForm form) {
    var file = filing.fill(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }
}
