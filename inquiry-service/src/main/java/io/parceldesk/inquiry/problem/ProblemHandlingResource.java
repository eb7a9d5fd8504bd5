package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.ProblemParcel;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of handling a problem parcel, each a noun to POST. */
@Path("/api/v1/problem-parcels/{number}")
@Idempotent
class ProblemHandlingResource {
  private final ProblemHandling handling;
  private final ProblemParcelViews views;

  ProblemHandlingResource(ProblemHandling handling, ProblemParcelViews views) {
    this.handling = handling;
    this.views = views;
  }

  @POST
  @Path("instruction")
  @Operation(summary = "What the sender decided, entered by the desk (PRB-03)")
  public RestResponse<ProblemParcelView> instruct(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      InstructionForm form) {
    return answer(handling.instruct(number, ifMatch, form));
  }

  @POST
  @Path("reminder")
  @Operation(
      summary = "Tells the sender once more, with a new code; the old one opens nothing any more")
  public RestResponse<ProblemParcelView> remind(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(handling.remind(number, ifMatch));
  }

  @POST
  @Path("courier-confirmation")
  @Operation(summary = "Whether the courier agrees to the changed amount (PRB-05)")
  public RestResponse<ProblemParcelView> confirm(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ConfirmationForm form) {
    return answer(handling.confirm(number, ifMatch, form));
  }

  @POST
  @Path("acknowledgement")
  @Operation(summary = "The outlet has seen the instruction and told its courier (PRB-04)")
  public RestResponse<ProblemParcelView> acknowledge(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(handling.acknowledge(number, ifMatch));
  }

  @POST
  @Path("failure")
  @Operation(summary = "What was decided could not be done: the sender is asked anew")
  public RestResponse<ProblemParcelView> fail(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      FailureForm form) {
    return answer(handling.fail(number, ifMatch, form));
  }

  @POST
  @Path("resolution")
  @Operation(summary = "Delivered, returned or otherwise at its end")
  public RestResponse<ProblemParcelView> resolve(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ResolutionForm form) {
    return answer(handling.resolve(number, ifMatch, form));
  }

  private RestResponse<ProblemParcelView> answer(CaseFile<ProblemParcel> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
