package io.parceldesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryView;
import io.parceldesk.notification.WebhookEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Where outlets' own systems are told of their cases. No answer is kept for an Idempotency-Key, as
 * it would hold the secret; registering a URL twice is refused anyway.
 */
@Path("/api/v1/webhook-endpoints")
class WebhookEndpointResource {
  private final WebhookRegistration registration;
  private final DeliveryLog log;

  WebhookEndpointResource(WebhookRegistration registration, DeliveryLog log) {
    this.registration = registration;
    this.log = log;
  }

  @POST
  @Operation(summary = "Registers an endpoint; the answer shows its signing secret, this once")
  public RestResponse<EndpointView> register(@NotNull @Valid WebhookEndpointForm form) {
    var registered = registration.register(form);
    return ResponseBuilder.create(
            RestResponse.Status.CREATED,
            EndpointView.of(registered.endpoint(), registered.secret().text()))
        .location(URI.create("/api/v1/webhook-endpoints/" + registered.endpoint().id()))
        .build();
  }

  @GET
  @Operation(summary = "The newest endpoints, of one outlet or of all")
  public Page<EndpointView> list(
      @QueryParam("outlet") String outlet, @QueryParam("limit") Limit limit) {
    return new Page<>(
        registration.list(outlet, rows(limit)).stream()
            .map(endpoint -> EndpointView.of(endpoint, null))
            .toList(),
        null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One endpoint, without its secret")
  public EndpointView find(@PathParam("id") UUID id) {
    return EndpointView.of(registration.find(id), null);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Sends the endpoint nothing any more; its log stays")
  public void remove(@PathParam("id") UUID id) {
    registration.remove(id);
  }

  @GET
  @Path("{id}/deliveries")
  @Operation(summary = "What was sent to the endpoint, newest first, with every attempt")
  public Page<DeliveryView> deliveries(@PathParam("id") UUID id, @QueryParam("limit") Limit limit) {
    return new Page<>(log.ofEndpoint(registration.find(id).id(), rows(limit)), null);
  }

  private static int rows(Limit limit) {
    return (limit == null ? Limit.DEFAULT : limit).rows();
  }

  /** {@code secret} is there in the answer to the registration only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EndpointView(
      UUID id,
      String outlet,
      String url,
      List<String> eventTypes,
      String description,
      WebhookEndpoint.Status status,
      String disabledReason,
      Instant createdAt,
      String secret) {

    static EndpointView of(WebhookEndpoint endpoint, String secret) {
      return new EndpointView(
          endpoint.id(),
          endpoint.outlet(),
          endpoint.url(),
          endpoint.eventTypes(),
          endpoint.description(),
          endpoint.status(),
          endpoint.disabledReason(),
          endpoint.createdAt(),
          secret);
    }
  }
}
