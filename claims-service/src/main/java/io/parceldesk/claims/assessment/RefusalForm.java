package io.parceldesk.claims.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why nothing is paid.
 *
 * @param rule that says so, such as CLM-13
 * @param note how it applies to this case; the claimant may ask for it (REG-10)
 */
record RefusalForm(@NotNull @Size(max = 20) String rule, @NotBlank @Size(max = 1000) String note) {}
