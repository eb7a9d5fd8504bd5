package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Declarer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A parcel that a courier or outlet cannot deliver (PRB-02). */
record ProblemParcelForm(
    @NotNull Channel channel,
    @NotBlank
        @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill,
    @NotNull CauseClass causeClass,
    @NotNull Declarer declaredBy,
    boolean urgent,
    @Schema(description = "Who sent it; where left out, whom the parcel's data names") @Valid
        ContactForm sender,
    @Schema(description = "Where it lies; where left out, the outlet that has to deliver it")
        @Size(min = 1, max = 40)
        String outlet,
    @Size(max = 2000) String description,
    boolean evenIfDuplicate) {

  @AssertTrue(message = "UNKNOWN is for the platform's own declarations")
  boolean isCauseClassGiven() {
    return causeClass != CauseClass.UNKNOWN;
  }

  @AssertTrue(message = "SYSTEM is for the platform's own declarations")
  boolean isDeclaredByGiven() {
    return declaredBy != Declarer.SYSTEM;
  }
}
