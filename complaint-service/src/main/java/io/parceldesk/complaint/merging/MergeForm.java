package io.parceldesk.complaint.merging;

import io.parceldesk.chassis.cases.CaseNumber;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The complaint that is the same matter and goes on. */
record MergeForm(
    @NotBlank @Schema(examples = "CMP-261120-00042Q") String into,
    @Schema(description = "Merge although the complaints name different waybills")
        boolean evenIfOtherWaybill) {
  CaseNumber survivor() {
    return CaseNumber.parse(into);
  }
}
