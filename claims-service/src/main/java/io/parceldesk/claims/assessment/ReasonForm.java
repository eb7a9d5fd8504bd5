package io.parceldesk.claims.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person decided so; it goes into the timeline. */
@Schema(name = "ClaimReasonForm")
record ReasonForm(@NotBlank @Size(max = 1000) String reason) {}
