package io.parceldesk.claims.penalty;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.paging.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The penalty orders of rulings (ARB-08); an outlet sees its own. */
@Path("/api/v1/penalties")
class PenaltyResource {
  private final Penalties penalties;
  private final CurrentCaller caller;

  PenaltyResource(Penalties penalties, CurrentCaller caller) {
    this.penalties = penalties;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Penalty orders, oldest first",
      description = "One that another ruling took the place of is cancelled, and still shown.")
  public Page<PenaltyView> list(
      @QueryParam("outlet") String outlet,
      @QueryParam("cursor") Cursor cursor,
      @QueryParam("limit") Limit limit) {
    var asking = caller.get();
    if (outlet != null) {
      asking.requireAccessTo(outlet);
    }
    var whose = asking.isOutletOnly() ? String.valueOf(asking.outlet()) : outlet;
    var rows = (limit == null ? Limit.DEFAULT : limit).rows();
    var found = penalties.of(whose, cursor, rows + 1);
    var shown = found.subList(0, Math.min(rows, found.size()));
    return new Page<>(shown, found.size() > rows ? cursorOf(shown.get(rows - 1)) : null);
  }

  private static String cursorOf(PenaltyView last) {
    return new Cursor(last.issuedAt(), last.id()).text();
  }
}
