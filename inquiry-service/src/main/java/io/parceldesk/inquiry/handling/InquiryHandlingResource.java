package io.parceldesk.inquiry.handling;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.InquiryView;
import io.parceldesk.inquiry.InquiryViews;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of handling an inquiry, each a noun to POST. */
@Path("/api/v1/inquiries/{number}")
@Idempotent
class InquiryHandlingResource {
  private final InquiryHandling handling;
  private final InquiryViews views;

  InquiryHandlingResource(InquiryHandling handling, InquiryViews views) {
    this.handling = handling;
    this.views = views;
  }

  @POST
  @Path("waybill")
  @Operation(summary = "Which parcel it is, once one of the candidates was chosen (INQ-16)")
  public RestResponse<InquiryView> identify(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      WaybillForm form) {
    return answer(handling.identify(number, ifMatch, form));
  }

  @POST
  @Path("promise")
  @Operation(summary = "Promises the customer an answer by a set time (INQ-17)")
  public RestResponse<InquiryView> promise(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      PromiseForm form) {
    return answer(handling.promise(number, ifMatch, form));
  }

  @POST
  @Path("answer")
  @Operation(
      summary =
          "What the customer was told, in words of one's own or as it was drafted (INQ-12 to"
              + " INQ-14)")
  public RestResponse<InquiryView> answer(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      AnswerForm form) {
    return answer(handling.answer(number, ifMatch, form));
  }

  @POST
  @Path("conversion")
  @Operation(summary = "The inquiry becomes a complaint, with complaint-service (INQ-15)")
  public RestResponse<InquiryView> convert(
      @PathParam("number") CaseNumber number,
      @HeaderParam("If-Match") IfMatch ifMatch,
      ConversionForm form) {
    return answer(handling.convert(number, ifMatch, form));
  }

  @POST
  @Path("closure")
  @Operation(summary = "The customer has nothing more to ask")
  public RestResponse<InquiryView> close(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(handling.close(number, ifMatch));
  }

  @POST
  @Path("reopening")
  @Operation(
      summary =
          "The customer came back with the same question; 409 when it was closed too long ago")
  public RestResponse<InquiryView> reopen(
      @PathParam("number") CaseNumber number, @HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(handling.reopen(number, ifMatch));
  }

  private RestResponse<InquiryView> answer(CaseFile<Inquiry> file) {
    return CaseAnswers.ok(file, views.of(file));
  }
}
