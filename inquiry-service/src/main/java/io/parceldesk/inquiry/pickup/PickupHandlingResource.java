package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.Pickup;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of handling a pick-up, each a noun to POST. */
@Path("/api/v1/pickups/{number}")
@Idempotent
class PickupHandlingResource {
  private final PickupHandling handling;
  private final PickupViews views;

  PickupHandlingResource(PickupHandling handling, PickupViews views) {
    this.handling = handling;
    this.views = views;
  }

  @POST
  @Path("dispatch")
  @Operation(
      summary = "To an outlet and a courier; an outlet that was not told yet is told (ORD-06)")
  public RestResponse<PickupView> dispatch(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      DispatchForm form) {
    return answer(handling.dispatch(number, ifMatch, form));
  }

  @POST
  @Path("collection")
  @Operation(summary = "The courier has it")
  public RestResponse<PickupView> collect(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      CollectionForm form) {
    return answer(handling.collect(number, ifMatch, form));
  }

  @POST
  @Path("failure")
  @Operation(summary = "The courier came in vain, or not at all")
  public RestResponse<PickupView> fail(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReasonForm form) {
    return answer(handling.fail(number, ifMatch, form));
  }

  @POST
  @Path("rebooking")
  @Operation(summary = "Another time was agreed; customer and outlet are told")
  public RestResponse<PickupView> rebook(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      RebookingForm form) {
    return answer(handling.rebook(number, ifMatch, form));
  }

  @POST
  @Path("cancellation")
  @Operation(summary = "The customer wants it no more")
  public RestResponse<PickupView> cancel(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ReasonForm form) {
    return answer(handling.cancel(number, ifMatch, form));
  }

  private RestResponse<PickupView> answer(CaseFile<Pickup> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
