package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.Handler;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;

/** Who has to answer: an outlet or a department, and a person there (CMP-08). */
record AssignmentForm(
    @Size(max = 40) String outlet,
    @Size(max = 40) String department,
    @Size(max = 100) String person) {
  @AssertTrue(message = "an outlet or a department is required")
  boolean isToSomebody() {
    return outlet != null || department != null;
  }

  Handler toHandler() {
    return new Handler(outlet, department, person);
  }
}
