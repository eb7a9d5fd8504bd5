package io.parceldesk.inquiry.intake;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.InquiryView;
import io.parceldesk.inquiry.InquiryViews;
import io.parceldesk.inquiry.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens inquiries (INQ-04). */
@Path("/api/v1/inquiries")
@Idempotent
class InquiryIntakeResource {
  private final InquiryIntake intake;
  private final Inquirers inquirers;
  private final Inquiries inquiries;
  private final InquiryViews views;

  InquiryIntakeResource(
      InquiryIntake intake, Inquirers inquirers, Inquiries inquiries, InquiryViews views) {
    this.intake = intake;
    this.inquirers = inquirers;
    this.inquiries = inquiries;
    this.views = views;
  }

  @POST
  @Operation(summary = "Opens an inquiry; 409 duplicate-case when one is open on the waybill")
  public RestResponse<InquiryView> open(@Valid @NotNull InquiryForm form) {
    var inquiry = inquirers.inquiryOf(form.inquirer().toContact("/inquirer"), form);
    var request = OpeningRequest.byRequest(form.waybill(), form.evenIfDuplicate());
    var file = intake.open(inquiry, request);
    return CaseAnswers.created(inquiries, file, views.of(file));
  }

  /** What the customer asks, and who asks. */
  record InquiryForm(
      @NotNull Channel channel,
      @NotNull Subject subject,
      @Pattern(
              regexp = "[A-Za-z0-9-]{6,40}",
              message = "must have 6 to 40 letters, digits or hyphens")
          String waybill,
      boolean urgent,
      @NotNull @Valid ContactForm inquirer,
      @NotBlank @Size(max = 4000) String question,
      boolean evenIfDuplicate) {}
}
