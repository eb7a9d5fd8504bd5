package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.paging.Page;
import io.parceldesk.complaint.reading.TabCounts.Place;
import io.parceldesk.complaint.reading.TabCounts.TabView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What lies on the desk. */
@Path("/api/v1/complaints/counts")
class TabCountsResource {
  private final TabCounts counts;

  TabCountsResource(TabCounts counts) {
    this.counts = counts;
  }

  @GET
  @Operation(
      summary = "How many open complaints each tab of the desk has, and where to list them",
      description =
          "UNASSIGNED: given to nobody yet. OVERDUE: a deadline that is still to be met has passed."
              + " DUE_TODAY: the next one passes before midnight in Shanghai. MINE: assigned to the"
              + " caller by name. An outlet sees the counts of its own complaints.")
  public Page<TabView> counts(
      @QueryParam("outlet") String outlet,
      @Parameter(example = "STORAGE_TRANSPORT") @QueryParam("department") String department) {
    return new Page<>(counts.of(new Place(outlet, department)), null);
  }
}
