package io.parceldesk.notification.directory;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The directory of outlets. */
@Path("/api/v1/outlets")
@Idempotent
class OutletResource {
  private final Directory directory;

  OutletResource(Directory directory) {
    this.directory = directory;
  }

  @GET
  @Operation(summary = "Outlets in the order of their codes")
  public Page<OutletView> list(
      @QueryParam("region") String region,
      @QueryParam("parent") String parent,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Limit limit) {
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var items = directory.outlets(region, parent, cursor, rows);
    return new Page<>(items, items.size() < rows ? null : items.get(rows - 1).code());
  }

  @POST
  @Operation(summary = "Adds an outlet")
  public RestResponse<OutletView> add(@NotNull @Valid OutletForm form) {
    if (form.code() == null) {
      throw new InvalidBody("/code", "is required");
    }
    var outlet = directory.add(form.code(), form.toFacts());
    return answer(Status.CREATED, outlet)
        .location(URI.create("/api/v1/outlets/" + outlet.code()))
        .build();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "One outlet")
  public RestResponse<OutletView> find(@PathParam("code") String code) {
    return answer(Status.OK, directory.outlet(code)).build();
  }

  @PUT
  @Path("{code}")
  @Operation(summary = "Replaces all that is known of an outlet; If-Match is required")
  public RestResponse<OutletView> change(
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid OutletForm form) {
    if (ifMatch == null) {
      throw new DomainException(428, "if-match-required", "Say which version is to be replaced");
    }
    if (form.code() != null && !form.code().equals(code)) {
      throw new InvalidBody("/code", "must be the code in the path or be left out");
    }
    return answer(Status.OK, directory.change(code, new IfMatch(ifMatch), form.toFacts())).build();
  }

  private static ResponseBuilder<OutletView> answer(Status status, OutletView outlet) {
    return ResponseBuilder.create(status, outlet).header("ETag", "\"" + outlet.version() + "\"");
  }
}
