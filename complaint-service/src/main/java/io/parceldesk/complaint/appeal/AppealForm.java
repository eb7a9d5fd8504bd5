package io.parceldesk.complaint.appeal;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.complaint.Category;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the authority forwarded. Where the customer complained to us first, the complaint tells who
 * what and whom; else the appellant is needed.
 */
record AppealForm(
    @NotBlank
        @Size(max = 60)
        @Schema(description = "The authority's own number", examples = "12305-2026-118842")
        String authorityReference,
    @Schema(description = "The complaint that it is about", examples = "CMP-261122-00001R")
        CaseNumber complaint,
    @Valid ContactForm appellant,
    @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill,
    Category category,
    @Valid AgainstForm against,
    @NotBlank @Size(max = 4000) String demand) {

  /** Who is to look into an appeal that names no complaint. */
  record AgainstForm(@Size(max = 40) String outlet, @Size(max = 40) String department) {}

  Handler handler() {
    return against == null
        ? new Handler(null, null, null)
        : new Handler(against.outlet(), against.department(), null);
  }

  @AssertTrue(message = "an appeal without a complaint needs the appellant")
  boolean isAppellantGiven() {
    return complaint != null || appellant != null;
  }
}
