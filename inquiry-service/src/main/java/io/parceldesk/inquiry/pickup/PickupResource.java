package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Pickup;
import io.parceldesk.inquiry.Pickups;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Orders and reads pick-ups (ORD-06, PRB-07). */
@Path("/api/v1/pickups")
@Idempotent
class PickupResource extends CaseResource<Pickup, PickupView> {
  private final Pickups pickups;
  private final PickupOrdering ordering;
  private final PickupViews views;

  PickupResource(Pickups pickups, CaseReading reading, PickupOrdering ordering, PickupViews views) {
    super(pickups, reading);
    this.pickups = pickups;
    this.ordering = ordering;
    this.views = views;
  }

  @Override
  protected PickupView view(CaseFile<Pickup> file) {
    return views.of(file);
  }

  @POST
  @Operation(summary = "Orders a pick-up; the customer and the outlet that collects are told")
  public RestResponse<PickupView> order(@Valid @NotNull PickupForm form) {
    var file = ordering.order(form);
    return CaseAnswers.created(pickups, file, views.of(file));
  }

  @POST
  @Path("{number}/address-reveal")
  @Operation(
      summary = "Shows once where to collect and from whom, to who has to go there",
      description = "Who asked and why goes into the timeline.")
  public Party revealAddress(
      @PathParam("number") CaseNumber number, @Valid @NotNull RevealForm form) {
    return ordering.reveal(number, form.reason());
  }
}
