package io.parceldesk.complaint.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the authority made of it. */
record AppealClosureForm(@NotBlank @Size(max = 4000) String opinion) {}
