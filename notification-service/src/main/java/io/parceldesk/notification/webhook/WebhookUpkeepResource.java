package io.parceldesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryStatus;
import io.parceldesk.notification.DeliveryView;
import io.parceldesk.notification.WebhookEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What is done with an endpoint that is there. */
@Path("/api/v1/webhook-endpoints")
@Tag(name = "Webhooks out")
class WebhookUpkeepResource {
  private final WebhookVerification verification;
  private final WebhookRegistration registration;
  private final WebhookUpkeep upkeep;
  private final WebhookSending sending;
  private final DeliveryLog log;

  WebhookUpkeepResource(
      WebhookVerification verification,
      WebhookRegistration registration,
      WebhookUpkeep upkeep,
      WebhookSending sending,
      DeliveryLog log) {
    this.verification = verification;
    this.registration = registration;
    this.upkeep = upkeep;
    this.sending = sending;
    this.log = log;
  }

  @POST
  @Path("{id}/verification")
  @Operation(
      summary = "Sends the challenge again; 422 when the endpoint does not repeat it, saying why")
  public RestResponse<EndpointView> verify(@PathParam("id") UUID id) {
    return ok(verification.verify(id));
  }

  @POST
  @Path("{id}/pause")
  @Operation(summary = "Holds messages back; what is two days old at the resumption is not sent")
  public RestResponse<EndpointView> pause(@PathParam("id") UUID id) {
    return ok(upkeep.pause(id));
  }

  @POST
  @Path("{id}/resumption")
  @Operation(summary = "Ends a pause, or takes a disabled endpoint back into service")
  public RestResponse<EndpointView> resume(@PathParam("id") UUID id) {
    return ok(upkeep.resume(id));
  }

  /** {@code previousGoodUntil}: until then every webhook carries the old signatures as well. */
  @Schema(name = "WebhookSecretRotation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rotation(String secret, Instant previousGoodUntil) {}

  @POST
  @Path("{id}/secret-rotation")
  @Operation(
      summary = "A new signing secret, shown this once",
      description =
          "For 24 hours webhooks are signed with the new and the old secret. Rotating again within"
              + " that time is possible while no more than three old secrets are still good (409"
              + " too-many-secrets).")
  public Rotation rotate(@PathParam("id") UUID id) {
    var rotated = upkeep.rotate(id);
    return new Rotation(rotated.secret().text(), rotated.previousGoodUntil());
  }

  @Schema(name = "WebhookTestForm")
  record TestForm(
      @Schema(description = "Sends the example of this type; webhook.test when left out")
          String eventType) {}

  @POST
  @Path("{id}/test")
  @Consumes(MediaType.APPLICATION_JSON) // also where a body and its type are left out
  @Operation(
      summary = "Sends a test event the way of all others; its body says test: true",
      description = "The answer is the delivery; …/deliveries shows what became of it.")
  public RestResponse<DeliveryView> test(@PathParam("id") UUID id, TestForm form) {
    var type = form == null ? null : form.eventType();
    return RestResponse.status(Status.ACCEPTED, sending.test(id, type));
  }

  @Schema(name = "WebhookRedeliveryForm")
  record RedeliveryForm(
      @NotNull @Schema(description = "28 days ago at the earliest") Instant since) {}

  @POST
  @Path("{id}/redelivery")
  @Operation(
      summary = "Sends again all that the endpoint has not got since then",
      description =
          "What failed, expired or was suppressed, and what happened while the endpoint was not"
              + " active. Each keeps its webhook-id and has a new schedule of attempts.")
  public RestResponse<WebhookSending.Redelivered> redeliver(
      @PathParam("id") UUID id, @NotNull @Valid RedeliveryForm form) {
    return RestResponse.status(Status.ACCEPTED, sending.redeliver(id, form.since()));
  }

  @GET
  @Path("{id}/deliveries")
  @Operation(summary = "What was sent to the endpoint, newest first, with every attempt")
  public Page<DeliveryView> deliveries(
      @PathParam("id") UUID id,
      @QueryParam("status") DeliveryStatus status,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") Limit limit) {
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var endpoint = registration.find(id).id();
    var after = ListCursor.after(cursor);
    return ListCursor.page(
        log.ofEndpoint(endpoint, status, after.key(), after.id(), rows),
        rows,
        last -> new Cursor(last.plannedAt(), last.id()));
  }

  private static RestResponse<EndpointView> ok(WebhookEndpoint endpoint) {
    return EndpointView.of(endpoint).answer(Status.OK).build();
  }
}
