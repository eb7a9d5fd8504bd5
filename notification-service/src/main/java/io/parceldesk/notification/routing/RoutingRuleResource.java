package io.parceldesk.notification.routing;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Which event is told to whom. */
@Path("/api/v1/routing-rules")
@Tag(name = "Routing rules")
class RoutingRuleResource {
  private final RoutingDesk desk;
  private final Trial trial;

  RoutingRuleResource(RoutingDesk desk, Trial trial) {
    this.desk = desk;
    this.trial = trial;
  }

  @GET
  @Operation(summary = "Every rule in its newest version, in the order in which they speak")
  public Page<RoutingRuleView> list() {
    return new Page<>(desk.list().stream().map(RoutingRuleView::of).toList(), null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A rule with all its versions, the newest first")
  public RestResponse<RoutingRuleView> get(@PathParam("id") String id) {
    var versions = desk.get(id);
    return ResponseBuilder.ok(RoutingRuleView.of(versions))
        .tag(Integer.toString(versions.get(0).version()))
        .build();
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Adds a rule",
      description =
          "Its conditions are held to the schema of the event. It is applied within seconds to"
              + " events that come from then on.")
  public RestResponse<RoutingRuleView> add(@NotNull RoutingRuleForm form) {
    var added = desk.add(form.toRule(), form.position());
    return ResponseBuilder.create(Status.CREATED, RoutingRuleView.of(added))
        .location(URI.create("/api/v1/routing-rules/" + added.rule().id()))
        .tag(Integer.toString(added.version()))
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Adds the next version of a rule; If-Match names the newest one",
      description =
          "With \"enabled\": false it rests. A rule that somebody has edited is not changed by a"
              + " newer release.")
  public RestResponse<RoutingRuleView> amend(
      @PathParam("id") String id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @NotNull RoutingRuleForm form) {
    if (ifMatch == null || ifMatch.header() == null || ifMatch.header().isBlank()) {
      throw new DomainException(
          428, "if-match-required", "Say with If-Match which version you read");
    }
    var amended = desk.amend(id, ifMatch, form.toRule(), form.position());
    return ResponseBuilder.ok(RoutingRuleView.of(amended))
        .tag(Integer.toString(amended.version()))
        .build();
  }

  @POST
  @Path("{id}/trial")
  @Operation(
      summary = "What the rule would have told of the last day's events; nothing is sent",
      description =
          "Tries the rule as it is stored or, with a body, as it might become. The events are read"
              + " from their topics, 20,000 at most.")
  public TrialView tryOut(@PathParam("id") String id, RoutingRuleForm form) {
    return trial.of(id, form == null ? null : form.toRule());
  }
}
