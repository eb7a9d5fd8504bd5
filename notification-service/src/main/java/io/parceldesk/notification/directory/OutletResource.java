package io.parceldesk.notification.directory;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The directory of outlets. */
@Path("/api/v1/outlets")
@Idempotent
class OutletResource {
  /** One route, documented once, with two kinds of body. */
  static final String ADDS = "Adds an outlet, or takes over those of a CSV file";

  static final String ADDS_HOW =
      "JSON adds one: 201. A CSV file adds and replaces outlets, all of them or none: 200 with"
          + " counts; what is wrong is named by line, and outlets that the file lacks stay.";

  private static final String CSV = "text/csv";

  private final Directory directory;
  private final OutletTable table;

  OutletResource(Directory directory, OutletTable table) {
    this.directory = directory;
    this.table = table;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      summary = "Outlets in the order of their codes",
      description = "With Accept: text/csv all of them, as a file for spreadsheets.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = OutletPage.class)),
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
      })
  public RestResponse<Object> list(
      @QueryParam("region") String region,
      @QueryParam("parent") String parent,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Limit limit,
      @Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    return accept != null && accept.strip().startsWith(CSV)
        ? file(directory.all(region, parent))
        : page(region, parent, cursor, (limit == null ? Limit.DEFAULT : limit).rows());
  }

  private RestResponse<Object> file(List<OutletView> outlets) {
    return ResponseBuilder.<Object>create(Status.OK, table.write(outlets))
        .header("Content-Type", CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"outlets.csv\"")
        .build();
  }

  private RestResponse<Object> page(String region, String parent, String cursor, int rows) {
    var items = directory.outlets(region, parent, cursor, rows);
    var next = items.size() < rows ? null : items.get(rows - 1).code();
    return ResponseBuilder.<Object>create(Status.OK, new Page<>(items, next))
        .header("Content-Type", MediaType.APPLICATION_JSON)
        .build();
  }

  @Schema(name = "OutletPage")
  record OutletPage(List<OutletView> items, String next) {}

  @POST
  @Operation(summary = ADDS, description = ADDS_HOW)
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
      @HeaderParam("If-Match") IfMatch ifMatch,
      @NotNull @Valid OutletForm form) {
    IfMatch.required(ifMatch);
    if (form.code() != null && !form.code().equals(code)) {
      throw new InvalidBody("/code", "must be the code in the path or be left out");
    }
    return answer(Status.OK, directory.change(code, ifMatch, form.toFacts())).build();
  }

  @GET
  @Path("{code}/changes")
  @Operation(
      summary = "Who changed the outlet, when, and into what; the newest first",
      description = "People and addresses are masked. The cursor is the one that a page gave.")
  public Page<DirectoryChanges.Change> changes(
      @PathParam("code") String code,
      @QueryParam("cursor") Long cursor,
      @QueryParam("limit") Limit limit) {
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var items = directory.changes(code, cursor, rows);
    return new Page<>(items, items.size() < rows ? null : Long.toString(items.get(rows - 1).id()));
  }

  private static ResponseBuilder<OutletView> answer(Status status, OutletView outlet) {
    return ResponseBuilder.create(status, outlet).header("ETag", "\"" + outlet.version() + "\"");
  }
}
