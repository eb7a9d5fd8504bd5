package io.parceldesk.notification.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.WebhookKeys;
import io.parceldesk.notification.inbound.InboundMessages.Receipt;
import io.parceldesk.notification.inbound.InboundSchemas.Documented;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Webhooks that outlets send to us. */
@Path("/api/v1/inbound")
@Tag(name = "Webhooks in")
class InboundResource {
  private static final int LARGEST_BODY = 64 * 1024;

  private final Inbound inbound;
  private final InboundKeys keys;
  private final InboundSchemas schemas;

  InboundResource(Inbound inbound, InboundKeys keys, InboundSchemas schemas) {
    this.inbound = inbound;
    this.keys = keys;
    this.schemas = schemas;
  }

  @POST
  @Path("outlets/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes in what an outlet says about a case; no bearer token, but signed",
      description =
          """
          Signed with the outlet's inbound secret as Standard Webhooks 1.0 says. The types are \
          those of GET /inbound/types. The same webhook-id with the same body gets the same answer \
          for 30 days and has no further effect; with another body it is refused (422). \
          120 messages in a minute, 64 kB each.\
          """)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "An answer to an announcement",
                      value =
                          """
                          {"type": "announcement.reply", "timestamp": "2026-11-23T03:12:09Z",
                           "data": {"case": "DSP-261121-00005K", "answer": "NEGOTIATE",
                                    "statement": "外包装完好，内件数量需再核实。"}}\
                          """)))
  public RestResponse<Receipt> receive(
      @PathParam("code") String code,
      @HeaderParam("webhook-id") String id,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signatures,
      String body) {
    if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
      throw new DomainException(413, "body-too-large", "A message has 64 kB at most");
    }
    var receipt = inbound.receive(code, new SignedMessage(id, timestamp, signatures, body));
    return RestResponse.status(Status.ACCEPTED, receipt);
  }

  /** {@code previousGoodUntil}: until then what is signed with the old secret is taken too. */
  @Schema(name = "InboundSecretRotation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rotation(String secret, Instant previousGoodUntil) {}

  @POST
  @Path("outlets/{code}/secret-rotation")
  @Operation(
      summary = "The outlet's first inbound secret, or the next one; shown this once",
      description = "The one before is good for another 24 hours.")
  public Rotation rotate(@PathParam("code") String code) {
    var rotated = keys.rotate(code);
    return new Rotation(rotated.secret().text(), rotated.previousGoodUntil());
  }

  /** The ages of the secrets that are good now, the newest first. */
  @Schema(name = "InboundSecrets")
  record Secrets(String outlet, List<WebhookKeys.Age> secrets) {}

  @GET
  @Path("outlets/{code}/secret")
  @Operation(summary = "Since when the outlet's inbound secrets are good, and until when")
  public Secrets secrets(@PathParam("code") String code) {
    return new Secrets(code, keys.ages(code));
  }

  @DELETE
  @Path("outlets/{code}/secret")
  @Operation(summary = "Revokes all inbound secrets of the outlet at once, as when one has leaked")
  public void revoke(@PathParam("code") String code) {
    keys.revoke(code);
  }

  @GET
  @Path("types")
  @Operation(summary = "What outlets can tell us, with JSON Schema and example")
  public Page<Documented> types() {
    return new Page<>(schemas.documented(), null);
  }
}
