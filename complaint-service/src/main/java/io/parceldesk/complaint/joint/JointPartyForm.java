package io.parceldesk.complaint.joint;

import io.parceldesk.chassis.cases.Handler;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who is asked for their part, an outlet or a department and a person there, and what (CMP-20). */
record JointPartyForm(
    @Size(min = 1, max = 40) String outlet,
    @Size(min = 1, max = 40) String department,
    @Size(min = 1, max = 80) String person,
    @NotBlank @Size(max = 2000) String question) {
  @AssertTrue(message = "an outlet or a department is required")
  boolean isToSomebody() {
    return outlet != null || department != null;
  }

  Handler toParty() {
    return new Handler(outlet, department, person);
  }
}
