package io.parceldesk.complaint.appeal;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.complaint.Appeal;
import io.parceldesk.complaint.Appeals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Appeals to the postal authority (12305, REG-08). */
@Path("/api/v1/appeals")
@Idempotent
class AppealResource extends CaseResource<Appeal, AppealView> {
  private final AppealHandling handling;
  private final Appeals appeals;
  private final AppealViews views;

  AppealResource(Appeals appeals, CaseReading reading, AppealHandling handling, AppealViews views) {
    super(appeals, reading);
    this.appeals = appeals;
    this.handling = handling;
    this.views = views;
  }

  @Override
  protected AppealView view(CaseFile<Appeal> file) {
    return views.of(file);
  }

  @POST
  @Operation(
      summary = "Takes an appeal in that the authority forwarded; its limits run at once",
      description =
          "The complaint that it is about goes to the department head, who is told, and its clocks"
              + " no longer wait for the customer. 409 duplicate-case, with the number, when the"
              + " authority's reference is known already.")
  public RestResponse<AppealView> receive(@Valid @NotNull AppealForm form) {
    var file = handling.receive(form);
    return CaseAnswers.created(appeals, file, views.of(file));
  }

  @POST
  @Path("{number}/reply")
  @Operation(summary = "Our answer to the authority")
  public RestResponse<AppealView> reply(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AppealReplyForm form) {
    var file = handling.reply(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }

  @POST
  @Path("{number}/closure")
  @Operation(summary = "What the authority made of it")
  public RestResponse<AppealView> close(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AppealClosureForm form) {
    var file = handling.close(number, ifMatch, form);
    return CaseAnswers.ok(file, views.of(file));
  }
}
