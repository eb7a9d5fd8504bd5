package io.parceldesk.notification.directory;

import io.parceldesk.chassis.cases.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The directory of departments. */
@Path("/api/v1/departments/{code}")
class DepartmentResource {
  private final Directory directory;

  DepartmentResource(Directory directory) {
    this.directory = directory;
  }

  @GET
  @Operation(summary = "One department")
  public RestResponse<DepartmentView> find(@PathParam("code") String code) {
    return answer(directory.department(code));
  }

  @PUT
  @Operation(summary = "Adds a department or replaces all that is known of it")
  public RestResponse<DepartmentView> put(
      @PathParam("code") String code,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @NotNull @Valid DepartmentForm form) {
    return answer(directory.put(code, ifMatch == null ? IfMatch.none() : ifMatch, form));
  }

  private static RestResponse<DepartmentView> answer(DepartmentView department) {
    return ResponseBuilder.create(Status.OK, department)
        .header("ETag", "\"" + department.version() + "\"")
        .build();
  }
}
