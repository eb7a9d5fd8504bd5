package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Holds on everything that this service has of a person. One case is held at the case itself. */
@Path("/api/v1/legal-holds")
@Tag(name = "Retention")
class LegalHoldResource {
  private final SubjectHolds holds;

  LegalHoldResource(SubjectHolds holds) {
    this.holds = holds;
  }

  @GET
  @Operation(summary = "The holds in force on cases and persons, the newest first, at most 200")
  public Page<SubjectHoldView> list() {
    return new Page<>(holds.inForce(), null);
  }

  @POST
  @Operation(
      summary = "Keeps what is held on a person from anonymisation and erasure",
      description =
          "Of the phone or address only a keyed fingerprint is stored. What comes in later about"
              + " the person is held too. 409 already-held.")
  public RestResponse<SubjectHoldView> place(@Valid @NotNull Person person) {
    return RestResponse.status(RestResponse.Status.CREATED, holds.place(person));
  }

  @POST
  @Path("{id}/release")
  @Operation(summary = "Ends a hold on a person. 409 not-held")
  public SubjectHoldView release(@PathParam("id") UUID id, @Valid @NotNull ReleaseForm form) {
    return holds.release(id, form.reason());
  }

  /** Why nothing has to be held any more. */
  record ReleaseForm(@NotBlank @Size(max = 500) String reason) {}
}
