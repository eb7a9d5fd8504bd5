package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The deadline policies of this service. */
@Path("/api/v1/deadline-policies")
@Tag(name = "Deadline policies")
@EndpointDisabled(name = "parceldesk.cases.enabled", stringValue = "false")
class DeadlinePolicyResource {
  private final PolicyDesk policies;
  private final Forms forms;

  DeadlinePolicyResource(PolicyDesk policies, Forms forms) {
    this.policies = policies;
    this.forms = forms;
  }

  @GET
  @Operation(summary = "Every policy in the version that is in force, by id")
  public Page<PolicyView> list(
      @QueryParam("kind") String kind, @QueryParam("caseKind") CaseKind caseKind) {
    return new Page<>(policies.list(kind, caseKind), null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A policy with all its versions")
  public RestResponse<PolicyView> get(@PathParam("id") String id) {
    var view = policies.get(id);
    return RestResponse.ResponseBuilder.ok(view).tag(tag(view.versions().size())).build();
  }

  @POST
  @Operation(
      summary = "Adds a policy, or the next version of one",
      description =
          "It counts from the next opening on; a case keeps the version that it started with. Of"
              + " the policies that fit a case the most particular applies, then an admin's before"
              + " a shipped one, then the newest.")
  public RestResponse<DeadlinePolicy> add(PolicyForm form) {
    var added = policies.add(forms.valid(form));
    return RestResponse.ResponseBuilder.create(Response.Status.CREATED, added)
        .location(URI.create("/api/v1/deadline-policies/" + added.id()))
        .tag(tag(added.version()))
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Adds the next version of a policy; If-Match names the newest one")
  public RestResponse<DeadlinePolicy> amend(
      @PathParam("id") String id, @HeaderParam("If-Match") IfMatch ifMatch, PolicyForm form) {
    if (ifMatch == null || ifMatch.header() == null || ifMatch.header().isBlank()) {
      throw new DomainException(
          428, "if-match-required", "Say with If-Match which version you read");
    }
    var amended = policies.amend(id, ifMatch, forms.valid(form));
    return RestResponse.ResponseBuilder.ok(amended).tag(tag(amended.version())).build();
  }

  private static String tag(int version) {
    return Integer.toString(version);
  }
}
