package io.parceldesk.notification.directory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes outlets over from a file that a spreadsheet wrote; {@code GET /outlets} writes one. */
@Path("/api/v1/outlets")
class OutletTableResource {
  private final Directory directory;
  private final OutletTable table;

  OutletTableResource(Directory directory, OutletTable table) {
    this.directory = directory;
    this.table = table;
  }

  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = OutletResource.ADDS, description = OutletResource.ADDS_HOW)
  public Imported takeOver(byte[] file) {
    return directory.takeOver(table.read(file));
  }
}
