package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.complaint.handling.BulkAssignment.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Assigns a whole list. */
@Path("/api/v1/complaints/assignments")
@Idempotent
class BulkAssignmentResource {
  private final BulkAssignment assignment;

  BulkAssignmentResource(BulkAssignment assignment) {
    this.assignment = assignment;
  }

  @POST
  @Operation(
      summary = "Assigns up to 200 complaints, each by itself (CMP-08)",
      description =
          "Always 200: items has for each number its new status and owner, or the problem for which"
              + " it stayed where it was. A number that is given twice is assigned once, and what"
              + " the same outlet, department and person have already is not handed to them again.")
  public RestResponse<Page<Outcome>> assign(@Valid @NotNull BulkAssignmentForm form) {
    return RestResponse.ok(new Page<>(assignment.assign(form), null));
  }
}
