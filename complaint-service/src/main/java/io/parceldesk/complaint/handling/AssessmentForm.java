package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whether the complaint is founded (CMP-07); an unfounded one needs an explanation. */
record AssessmentForm(@NotNull Boolean founded, @Size(max = 4000) String explanation) {
  @AssertTrue(message = "an unfounded complaint needs an explanation for the customer")
  boolean isExplained() {
    return founded == null || founded || (explanation != null && !explanation.isBlank());
  }
}
