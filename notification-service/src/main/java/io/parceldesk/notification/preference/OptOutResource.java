package io.parceldesk.notification.preference;

import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Who does not want which messages any more. */
@Path("/api/v1/opt-outs")
@Tag(name = "Preferences")
@Idempotent
class OptOutResource {
  private final OptOuts optOuts;

  OptOutResource(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @GET
  @Operation(
      summary = "Opt-outs, the newest first, of everybody or of one phone or e-mail address",
      description = "Numbers and addresses are kept, and shown, as fingerprints only.")
  public Page<OptOutView> list(
      @QueryParam("phone") String phone,
      @QueryParam("email") String email,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") Limit limit) {
    return optOuts.list(phone, email, cursor, (limit == null ? Limit.DEFAULT : limit).rows());
  }

  @POST
  @Operation(
      summary = "Enters an opt-out; what waits for the recipient is not sent any more",
      description =
          "Of service messages, which includes commercial ones, or of commercial ones alone."
              + " Critical messages are sent all the same. Entering it again changes nothing.")
  public RestResponse<OptOutView> add(@NotNull @Valid OptOutForm form) {
    var entered = optOuts.add(form);
    return ResponseBuilder.create(Status.CREATED, entered)
        .location(URI.create("/api/v1/opt-outs/" + entered.id()))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Takes an opt-out back: from now on there are messages again")
  public void remove(@PathParam("id") UUID id) {
    optOuts.remove(id);
  }
}
