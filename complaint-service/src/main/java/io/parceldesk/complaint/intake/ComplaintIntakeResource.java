package io.parceldesk.complaint.intake;

import io.parceldesk.chassis.cases.CaseAnswers;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.chassis.idempotency.Idempotent;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.ComplaintView;
import io.parceldesk.complaint.ComplaintViews;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.ExternalCategory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** Registers complaints (CMP-06). */
@Path("/api/v1/complaints")
@Idempotent
class ComplaintIntakeResource {
  private final ComplaintIntake intake;
  private final Complainants complainants;
  private final Complaints complaints;
  private final ComplaintViews views;

  ComplaintIntakeResource(
      ComplaintIntake intake,
      Complainants complainants,
      Complaints complaints,
      ComplaintViews views) {
    this.intake = intake;
    this.complainants = complainants;
    this.complaints = complaints;
    this.views = views;
  }

  @POST
  @Operation(summary = "Registers a complaint; 409 duplicate-case when one is open on the waybill")
  public RestResponse<ComplaintView> register(@Valid @NotNull ComplaintForm form) {
    var complaint = complainants.complaintOf(form.complainant().toContact("/complainant"), form);
    var request = OpeningRequest.byRequest(form.waybill(), form.evenIfDuplicate());
    var file =
        form.followUpOf() == null
            ? intake.register(complaint, form.handler(), request)
            : intake.followUp(form.followUpOf(), complaint, form.handler(), request);
    return CaseAnswers.created(complaints, file, views.of(file));
  }

  /** The complaint register form. */
  record ComplaintForm(
      @NotNull Channel channel,
      Category category,
      @Schema(description = "WeChat's type of complaint, 1004 to 1008", examples = "1004")
          @Pattern(regexp = "100[4-8]", message = "must be a code from 1004 to 1008")
          String externalCategory,
      @Pattern(
              regexp = "[A-Za-z0-9-]{6,40}",
              message = "must have 6 to 40 letters, digits or hyphens")
          String waybill,
      boolean urgent,
      @NotNull @Valid ContactForm complainant,
      @Valid AgainstForm against,
      @NotBlank @Size(max = 4000) String description,
      @Size(max = 1000) String demand,
      boolean evenIfDuplicate,
      @Schema(description = "The closed complaint that this one takes up again")
          CaseNumber followUpOf) {

    @AssertTrue(message = "a category or an external category is required")
    boolean isCategoryGiven() {
      return category != null || externalCategory != null;
    }

    Category categoryOrMapped() {
      return category == null ? ExternalCategory.categoryOf(externalCategory) : category;
    }

    Handler handler() {
      return against == null
          ? new Handler(null, null, null)
          : new Handler(against.outlet(), against.department(), null);
    }

    String againstPerson() {
      return against == null ? null : against.person();
    }
  }

  /** Whom the complaint is about. */
  record AgainstForm(
      @Size(max = 40) String outlet,
      @Size(max = 40) String department,
      @Size(max = 100) String person) {}
}
