package io.parceldesk.claims.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody has to see an identity paper, bank data, or a file as it came in. */
record RevealForm(@NotBlank @Size(max = 500) String reason) {}
