package io.parceldesk.claims.handling;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.claims.ClaimTermsVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How claims are handled: limits, refusal rules, checklists. */
@Path("/api/v1/claim-handling")
@Tag(name = "Claim handling")
class ClaimHandlingResource {
  private final ClaimHandlingDesk desk;

  ClaimHandlingResource(ClaimHandlingDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "The terms of claims that are opened now, and every version of them")
  public RestResponse<ClaimHandlingView> get() {
    var view = desk.get();
    return RestResponse.ResponseBuilder.ok(view).tag(tag(view.versions().size())).build();
  }

  @PUT
  @Operation(
      summary = "Adds the next version of the terms; If-Match names the newest one",
      description =
          "It counts for claims opened from effectiveFrom on; a claim keeps the version that it"
              + " started with. What an admin has written is not changed by a newer release.")
  public RestResponse<ClaimTermsVersion> amend(
      @HeaderParam("If-Match") IfMatch ifMatch, @Valid @NotNull ClaimHandlingForm form) {
    var added = desk.amend(IfMatch.required(ifMatch), form);
    return RestResponse.ResponseBuilder.ok(added).tag(tag(added.version())).build();
  }

  private static String tag(int version) {
    return Integer.toString(version);
  }
}
