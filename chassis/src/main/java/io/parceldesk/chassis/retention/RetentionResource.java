package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How long this service keeps what, and what is due (REG-11). */
@Path("/api/v1/retention")
@Tag(name = "Retention")
class RetentionResource {
  private final DataClasses classes;
  private final RetentionPeriods periods;
  private final Forms forms;

  RetentionResource(DataClasses classes, RetentionPeriods periods, Forms forms) {
    this.classes = classes;
    this.periods = periods;
    this.forms = forms;
  }

  @GET
  @Operation(
      summary = "Each class of data, how long it is kept, and how much of it is due",
      description =
          "What is due and kept by nothing goes with the next hourly run. Counts end at 100,000.")
  public Page<RetentionView> list(
      @Parameter(
              description = "What is due on this day; today where not said",
              example = "2027-01-31")
          @QueryParam("on")
          String on) {
    var day = day(on);
    return new Page<>(classes.all().stream().map(one -> view(one, day)).toList(), null);
  }

  private RetentionView view(DataClass one, LocalDate day) {
    var period = periods.require(one.name());
    var closedBefore = new KeptFor(period.keep()).closedBefore(day);
    return new RetentionView(period, closedBefore, one.overdue(closedBefore));
  }

  private LocalDate day(String on) {
    try {
      return on == null ? periods.today() : LocalDate.parse(on);
    } catch (DateTimeParseException e) {
      throw new DomainException(400, "bad-date", "on must be a day such as 2027-01-31");
    }
  }

  @PUT
  @Path("{dataClass}")
  @Operation(
      summary = "Another period for a class, from now on; If-Match names the newest version",
      description = "422 kept-too-short where the law asks for more.")
  public RestResponse<RetentionPeriod> amend(
      @Parameter(example = "complaint-records") @PathParam("dataClass") String dataClass,
      @HeaderParam("If-Match") IfMatch ifMatch,
      RetentionForm form) {
    classes.require(dataClass);
    var amended = periods.amend(dataClass, IfMatch.required(ifMatch), forms.valid(form));
    return RestResponse.ResponseBuilder.ok(amended)
        .tag(Integer.toString(amended.version()))
        .build();
  }
}
