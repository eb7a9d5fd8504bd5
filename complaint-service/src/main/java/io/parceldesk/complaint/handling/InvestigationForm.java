package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.Cause;
import io.parceldesk.complaint.Investigation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The concrete cause, what was found, and who is responsible (CMP-09). */
record InvestigationForm(
    @NotNull Cause cause,
    @NotBlank @Size(max = 4000) String finding,
    @Size(max = 100) String responsible) {
  Investigation toInvestigation() {
    return new Investigation(cause, finding, responsible);
  }
}
