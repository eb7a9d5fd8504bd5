package io.parceldesk.inquiry.problem;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why what the sender decided could not be done. */
record FailureForm(@NotBlank @Size(max = 500) String note) {}
