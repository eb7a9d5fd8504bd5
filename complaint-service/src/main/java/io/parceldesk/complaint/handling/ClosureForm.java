package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What was learned (CMP-13). */
record ClosureForm(@NotBlank @Size(max = 4000) String summary) {}
