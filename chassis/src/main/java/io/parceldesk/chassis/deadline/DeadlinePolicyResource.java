package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
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
    var read = Precondition.of(ifMatch, null).ifMatch();
    var amended = policies.amend(id, read, forms.valid(form));
    return RestResponse.ResponseBuilder.ok(amended).tag(tag(amended.version())).build();
  }

  @POST
  @Path("{id}/dry-run")
  @Operation(
      summary = "What the next version of a policy would do to open deadlines",
      description =
          "As if it were added now and said applyToOpen, whatever the form says of that. Nothing is"
              + " written. Of very many open deadlines a sample is looked at, and the answer says"
              + " so.")
  public DryRun tryOut(@PathParam("id") String id, PolicyForm form) {
    return policies.tryOut(id, forms.valid(form));
  }

  private static String tag(int version) {
    return Integer.toString(version);
  }
}
