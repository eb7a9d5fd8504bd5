package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.paging.Page;
import io.parceldesk.notification.WebhookCatalogue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What outlets can be told of. */
@Path("/api/v1/webhook-types")
@Tag(name = "Webhooks out")
class WebhookTypeResource {
  private final WebhookCatalogue catalogue;

  WebhookTypeResource(WebhookCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @Operation(summary = "Every type of event, with the JSON Schema of its data and an example")
  public Page<WebhookCatalogue.Type> list() {
    return new Page<>(catalogue.types(), null);
  }
}
