package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseReading;
import io.parceldesk.chassis.cases.CaseResource;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Declares and reads problem parcels (PRB-01, PRB-02). */
@Path("/api/v1/problem-parcels")
@Idempotent
class ProblemParcelResource extends CaseResource<ProblemParcel, ProblemParcelView> {
  private final ProblemParcels problems;
  private final ProblemDeclaration declaration;
  private final NewRecipients recipients;
  private final ProblemParcelViews views;

  ProblemParcelResource(
      ProblemParcels problems,
      CaseReading reading,
      ProblemDeclaration declaration,
      NewRecipients recipients,
      ProblemParcelViews views) {
    super(problems, reading);
    this.problems = problems;
    this.declaration = declaration;
    this.recipients = recipients;
    this.views = views;
  }

  @Override
  protected ProblemParcelView view(CaseFile<ProblemParcel> file) {
    return views.of(file);
  }

  @POST
  @Operation(
      summary = "Declares a problem parcel; its sender is told and asked what to do",
      description = "409 duplicate-case when a problem of the parcel is open already.")
  public RestResponse<ProblemParcelView> declare(@Valid @NotNull ProblemParcelForm form) {
    var file = declaration.declare(form);
    return CaseAnswers.created(problems, file, views.of(file));
  }

  @POST
  @Path("{number}/recipient-reveal")
  @Operation(
      summary = "Shows the new recipient once, to who has to deliver",
      description = "Who asked and why goes into the timeline.")
  public Party revealRecipient(
      @PathParam("number") CaseNumber number, @Valid @NotNull RevealForm form) {
    return recipients.reveal(number, form.reason());
  }
}
