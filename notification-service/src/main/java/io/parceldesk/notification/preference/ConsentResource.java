package io.parceldesk.notification.preference;

import io.parceldesk.chassis.idempotency.Idempotent;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who agreed to commercial messages; without consent none is sent (REG-12). */
@Path("/api/v1/consents")
@Tag(name = "Preferences")
@Idempotent
class ConsentResource {
  private final Consents consents;

  ConsentResource(Consents consents) {
    this.consents = consents;
  }

  @GET
  @Operation(summary = "The consent of one phone or e-mail address, if there is one")
  public Page<ConsentView> of(
      @QueryParam("phone") String phone, @QueryParam("email") String email) {
    return new Page<>(consents.of(phone, email), null);
  }

  @POST
  @Operation(
      summary = "Enters a consent to commercial messages with its proof",
      description = "Ends an opt-out of commercial messages; one of service messages stays.")
  public RestResponse<ConsentView> add(@NotNull @Valid ConsentForm form) {
    return RestResponse.status(Status.CREATED, consents.add(form));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Takes a consent back: there are no more commercial messages")
  public void remove(@PathParam("id") UUID id) {
    consents.remove(id);
  }
}
