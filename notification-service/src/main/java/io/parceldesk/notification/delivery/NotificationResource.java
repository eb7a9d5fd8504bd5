package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was sent to whom about a case. */
@Path("/api/v1/notifications")
class NotificationResource {
  private final DeliveryLog log;
  private final CurrentCaller caller;

  NotificationResource(DeliveryLog log, CurrentCaller caller) {
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The messages about a case, with every attempt; recipients are masked")
  public Page<DeliveryView> about(@QueryParam("case") CaseNumber number) {
    if (number == null) {
      throw new DomainException(400, "case-required", "Say which case: ?case=CMP-…");
    }
    var asking = caller.get();
    var outlet = asking.isOutletOnly() ? String.valueOf(asking.outlet()) : null;
    return new Page<>(log.ofCase(number.text(), outlet), null);
  }
}
