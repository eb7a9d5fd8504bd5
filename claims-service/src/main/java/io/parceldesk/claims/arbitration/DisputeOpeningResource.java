package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.claims.DisputeView;
import io.parceldesk.claims.DisputeViews;
import io.parceldesk.claims.Disputes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens disputes between outlets (ARB-01). */
@Path("/api/v1/outlet-disputes")
@Idempotent
class DisputeOpeningResource {
  private final DisputeOpening opening;
  private final Disputes disputes;
  private final DisputeViews views;

  DisputeOpeningResource(DisputeOpening opening, Disputes disputes, DisputeViews views) {
    this.opening = opening;
    this.disputes = disputes;
    this.views = views;
  }

  @POST
  @Operation(
      summary = "Opens a dispute; 409 duplicate-case when one is open on one of the waybills",
      description = "An outlet opens its own only. Nobody is told before it is announced.")
  public RestResponse<DisputeView> open(@Valid @NotNull DisputeForm form) {
    var file = opening.open(form);
    return CaseAnswers.created(disputes, file, views.of(file));
  }
}
