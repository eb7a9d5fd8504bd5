package io.parceldesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.view.AsWritten;
import io.parceldesk.notification.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** An endpoint as it is shown. */
@Schema(name = "WebhookEndpoint")
@JsonInclude(JsonInclude.Include.NON_NULL)
@AsWritten
record EndpointView(
    UUID id,
    String outlet,
    String url,
    @Schema(description = "Empty for all types") List<String> eventTypes,
    String description,
    int concurrency,
    int ratePerSecond,
    WebhookEndpoint.Status status,
    @Schema(description = "Why nothing is sent to it any more") String disabledReason,
    Instant createdAt,
    @Schema(description = "When it last repeated a challenge") Instant verifiedAt,
    @Schema(description = "Why it is still PENDING") String verificationError,
    @Schema(description = "Since when every attempt has failed; after 120 hours it is disabled")
        Instant failingSince,
    List<String> allowedActions,
    long version,
    @Schema(description = "The signing key; in the answer to the registration only")
        String secret) {

  static EndpointView of(WebhookEndpoint endpoint) {
    return of(endpoint, null);
  }

  static EndpointView of(WebhookEndpoint endpoint, String secret) {
    return new EndpointView(
        endpoint.id(),
        endpoint.outlet(),
        endpoint.url(),
        endpoint.eventTypes(),
        endpoint.description(),
        endpoint.concurrency(),
        endpoint.ratePerSecond(),
        endpoint.status(),
        endpoint.disabledReason(),
        endpoint.createdAt(),
        endpoint.verifiedAt(),
        endpoint.verificationError(),
        endpoint.failingSince(),
        endpoint.allowedActions(),
        endpoint.version(),
        secret);
  }

  ResponseBuilder<EndpointView> answer(Status status) {
    return ResponseBuilder.create(status, this).header("ETag", "\"" + version + "\"");
  }
}
