package io.parceldesk.claims.tariffs;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.claims.compensation.TariffVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tariffs of compensations and awards. */
@Path("/api/v1/tariffs")
@Tag(name = "Compensation")
class TariffResource {
  private final TariffDesk tariffs;

  TariffResource(TariffDesk tariffs) {
    this.tariffs = tariffs;
  }

  @GET
  @Operation(summary = "Every tariff in the version that is valid for parcels dispatched today")
  public Page<TariffVersion> list() {
    return new Page<>(tariffs.validToday(), null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A tariff with all its versions, those that are yet to come included")
  public RestResponse<TariffView> get(
      @Parameter(example = "outlet-award") @PathParam("id") String id) {
    var view = tariffs.get(id);
    return RestResponse.ResponseBuilder.ok(view).tag(tag(view.versions().size())).build();
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Adds the next version of a tariff; If-Match names the newest one",
      description =
          "It is valid for parcels dispatched from effectiveFrom on, ten days after its publication"
              + " at the earliest. A tariff that an admin has written is not changed by a newer"
              + " release.")
  public RestResponse<TariffVersion> amend(
      @Parameter(example = "outlet-award") @PathParam("id") String id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @Valid @NotNull TariffForm form) {
    var added = tariffs.amend(id, IfMatch.required(ifMatch), form);
    return RestResponse.ResponseBuilder.ok(added).tag(tag(added.version())).build();
  }

  private static String tag(int version) {
    return Integer.toString(version);
  }
}
