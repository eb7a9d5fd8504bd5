package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.ClaimView;
import io.parceldesk.claims.ClaimViews;
import io.parceldesk.claims.Claims;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Hands out claim forms (CLM-02). */
@Path("/api/v1/claim-forms")
@Idempotent
class ClaimFormResource {
  private final ClaimFiling filing;
  private final Claimants claimants;
  private final Claims claims;
  private final ClaimViews views;

  ClaimFormResource(ClaimFiling filing, Claimants claimants, Claims claims, ClaimViews views) {
    this.filing = filing;
    this.claimants = claimants;
    this.claims = claims;
    this.views = views;
  }

  @POST
  @Operation(
      summary = "Hands out the claim form: a claim in status FORM_ISSUED, to be filed",
      description = "No clock of ours runs yet; a year after the dispatch the right may end.")
  public RestResponse<ClaimView> issue(@Valid @NotNull FormIssue form) {
    var claim = form.asClaim();
    var file =
        filing.issue(
            claimants.claimOf(claim.claimant().toContact("/claimant"), claim),
            claim.handler(),
            OpeningRequest.byRequest(claim.waybill(), claim.evenIfDuplicate()));
    return CaseAnswers.created(claims, file, views.of(file));
  }
}
