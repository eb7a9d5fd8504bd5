package io.parceldesk.complaint.defaults;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.complaint.Category;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Who answers for a category of complaints where nobody is named. */
@Path("/api/v1/default-handlers")
class DefaultHandlerResource {
  private final DefaultHandlerDesk desk;

  DefaultHandlerResource(DefaultHandlerDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "Every category with who answers for it by default (CMP-08)")
  public Page<DefaultHandlerRule> list() {
    return new Page<>(desk.list(), null);
  }

  @GET
  @Path("{category}")
  @Operation(summary = "A category with all its versions, the newest first")
  public RestResponse<DefaultHandlerView> get(@PathParam("category") Category category) {
    return answer(desk.versions(category));
  }

  @PUT
  @Path("{category}")
  @Operation(
      summary = "Adds the next version for a category; If-Match names the newest one",
      description =
          "It counts for assignments from then on that name nobody. The department takes over where"
              + " the outlet is not known.")
  public RestResponse<DefaultHandlerView> amend(
      @PathParam("category") Category category,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @Valid @NotNull DefaultHandlerForm form) {
    return answer(desk.amend(category, IfMatch.required(ifMatch), form));
  }

  private static RestResponse<DefaultHandlerView> answer(List<DefaultHandlerRule> versions) {
    var newest = versions.get(0);
    return RestResponse.ResponseBuilder.ok(new DefaultHandlerView(newest, versions))
        .tag(Integer.toString(newest.version()))
        .build();
  }

  /** The newest version, and all of them. */
  record DefaultHandlerView(
      @JsonUnwrapped DefaultHandlerRule newest, List<DefaultHandlerRule> versions) {}
}
