package io.parceldesk.inquiry.pickup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why nothing was or will be collected. */
record ReasonForm(@NotBlank @Size(max = 500) String reason) {}
