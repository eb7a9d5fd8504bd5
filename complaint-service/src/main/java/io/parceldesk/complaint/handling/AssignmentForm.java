package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.cases.Handler;
import jakarta.validation.constraints.Size;

/**
 * Who has to answer: an outlet or a department, and a person there (CMP-08). Neither of both: whom
 * the table of default handlers names.
 */
record AssignmentForm(
    @Size(min = 1, max = 40) String outlet,
    @Size(min = 1, max = 40) String department,
    @Size(min = 1, max = 100) String person) {
  static final AssignmentForm TO_THE_DEFAULT = new AssignmentForm(null, null, null);

  boolean isToSomebody() {
    return outlet != null || department != null;
  }

  Handler toHandler() {
    return new Handler(outlet, department, person);
  }
}
