package io.parceldesk.notification.delivery;

import io.parceldesk.notification.DeliveryView;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sends a message that did not arrive once more, by hand. */
@Path("/api/v1/deliveries/{id}/redelivery")
class RedeliveryResource {
  private final Redelivery redelivery;

  RedeliveryResource(Redelivery redelivery) {
    this.redelivery = redelivery;
  }

  @POST
  @Operation(summary = "Sends the message again under the same id; what is under way is refused")
  public DeliveryView again(@PathParam("id") UUID id) {
    return redelivery.again(id);
  }
}
