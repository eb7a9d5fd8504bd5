package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Which complaints go to whom; without outlet and department, each to its default handler. */
record BulkAssignmentForm(
    @NotEmpty @Size(max = 200) List<@NotNull String> numbers,
    @Size(min = 1, max = 40) String outlet,
    @Size(min = 1, max = 40) String department,
    @Size(min = 1, max = 100) String person) {
  AssignmentForm assignment() {
    return new AssignmentForm(outlet, department, person);
  }
}
