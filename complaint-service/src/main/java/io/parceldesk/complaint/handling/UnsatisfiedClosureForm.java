package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What was learned, and why nothing more can be done for the customer (AMB-35). */
record UnsatisfiedClosureForm(
    @NotBlank @Size(max = 4000) String summary, @NotBlank @Size(max = 1000) String reason) {}
