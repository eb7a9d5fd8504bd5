package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Where outlets' own systems are told of their cases. No answer is kept for an Idempotency-Key, as
 * it would hold the secret; registering a URL twice is refused anyway.
 */
@Path("/api/v1/webhook-endpoints")
@Tag(name = "Webhooks out")
class WebhookEndpointResource {
  private final WebhookRegistration registration;

  WebhookEndpointResource(WebhookRegistration registration) {
    this.registration = registration;
  }

  @POST
  @Operation(
      summary = "Registers an endpoint",
      description =
          """
          The answer shows the signing secret, this once. The endpoint is sent a challenge at once: \
          a signed webhook of type webhook.verification, whose data.challenge it has to repeat as \
          {"challenge": "…"}. It is ACTIVE if it does, else PENDING until \
          POST …/verification succeeds.\
          """)
  public RestResponse<EndpointView> register(@NotNull @Valid WebhookEndpointForm form) {
    var registered = registration.register(form);
    return EndpointView.of(registered.endpoint(), registered.secret().text())
        .answer(Status.CREATED)
        .location(URI.create("/api/v1/webhook-endpoints/" + registered.endpoint().id()))
        .build();
  }

  @GET
  @Operation(
      summary = "Endpoints, newest first, of one outlet or of all; removed ones are left out")
  public Page<EndpointView> list(
      @QueryParam("outlet") String outlet,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") Limit limit) {
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var found = registration.list(outlet, ListCursor.after(cursor), rows);
    return ListCursor.page(
        found.stream().map(EndpointView::of).toList(),
        rows,
        last -> new Cursor(last.createdAt(), last.id()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One endpoint, without its secret")
  public RestResponse<EndpointView> find(@PathParam("id") UUID id) {
    return EndpointView.of(registration.find(id)).answer(Status.OK).build();
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces all that was said of an endpoint; If-Match is required",
      description =
          "A new URL has to repeat a challenge before the endpoint moves there; until then the old"
              + " one is written to.")
  public RestResponse<EndpointView> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @NotNull @Valid WebhookEndpointForm form) {
    return EndpointView.of(registration.change(id, ifMatch, form)).answer(Status.OK).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Sends the endpoint nothing any more; its log stays")
  public void remove(@PathParam("id") UUID id) {
    registration.remove(id);
  }
}
