package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.Forms;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The working calendars of this service: the company's, and those of regions and outlets. */
@Path("/api/v1/calendars")
@Tag(name = "Calendars")
@EndpointDisabled(name = "parceldesk.cases.enabled", stringValue = "false")
class CalendarResource {
  private final CalendarDesk calendars;
  private final Forms forms;

  CalendarResource(CalendarDesk calendars, Forms forms) {
    this.calendars = calendars;
    this.forms = forms;
  }

  @GET
  @Operation(summary = "Every calendar that was written, without its days")
  public Page<CalendarView> list() {
    return new Page<>(calendars.list(), null);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "A calendar: what it says itself, what counts, and who edited it",
      description =
          "company, region:NAME or outlet:CODE. An outlet follows its region's calendar and that"
              + " the company's, in all that it does not say itself: the week as a whole, days one"
              + " by one. An outlet or region that says nothing itself is shown what it follows.")
  public RestResponse<CalendarView> get(@PathParam("id") String id) {
    return ok(calendars.get(CalendarId.parse(id)));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Writes the week of a calendar; its years stay",
      description =
          "If-Match names the version that was read, 0 where there was none; If-None-Match: * is"
              + " for a calendar that must not be there yet. Open deadlines are computed again soon"
              + " after; the timeline of each case tells the reason.")
  public RestResponse<CalendarView> write(
      @PathParam("id") String id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @HeaderParam("If-None-Match") String ifNoneMatch,
      CalendarForm form) {
    var precondition = Precondition.of(ifMatch, ifNoneMatch);
    return ok(calendars.write(CalendarId.parse(id), precondition, forms.valid(form)));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Removes the calendar of a region or an outlet, with its years",
      description = "What followed it follows the one above it; open deadlines with it.")
  public void remove(
      @PathParam("id") String id,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @QueryParam("reason") @NotBlank @Size(max = 200) String reason) {
    calendars.remove(CalendarId.parse(id), Precondition.of(ifMatch, null), reason);
  }

  @POST
  @Path("{id}/dry-run")
  @Operation(summary = "What writing this week would do to open deadlines; nothing is written")
  public DryRun tryOut(@PathParam("id") String id, CalendarForm form) {
    return calendars.tryOut(CalendarId.parse(id), forms.valid(form));
  }

  @PUT
  @Path("{id}/years/{year}")
  @Operation(
      summary = "Writes the holidays, make-up days and special hours of a year",
      description =
          "All days of the year that differ from their weekday; what was written before is"
              + " replaced. A region's or an outlet's days win over those of the calendars above,"
              + " one by one.")
  public RestResponse<CalendarView> writeYear(
      @PathParam("id") String id,
      @PathParam("year") String year,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @HeaderParam("If-None-Match") String ifNoneMatch,
      CalendarYearForm form) {
    var precondition = Precondition.of(ifMatch, ifNoneMatch);
    return ok(
        calendars.writeYear(
            CalendarId.parse(id), YearNumber.parse(year), precondition, forms.valid(form)));
  }

  @DELETE
  @Path("{id}/years/{year}")
  @Operation(
      summary = "Removes what a calendar says of a year",
      description =
          "The calendar above it counts again; of the company's year, what came with the platform.")
  public RestResponse<CalendarView> removeYear(
      @PathParam("id") String id,
      @PathParam("year") String year,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @QueryParam("reason") @NotBlank @Size(max = 200) String reason) {
    return ok(
        calendars.removeYear(
            CalendarId.parse(id), YearNumber.parse(year), Precondition.of(ifMatch, null), reason));
  }

  @POST
  @Path("{id}/years/{year}/dry-run")
  @Operation(summary = "What writing this year would do to open deadlines; nothing is written")
  public DryRun tryOutYear(
      @PathParam("id") String id, @PathParam("year") String year, CalendarYearForm form) {
    return calendars.tryOut(CalendarId.parse(id), YearNumber.parse(year), forms.valid(form));
  }

  private static RestResponse<CalendarView> ok(CalendarView view) {
    return ResponseBuilder.ok(view).tag(Long.toString(view.version())).build();
  }
}
