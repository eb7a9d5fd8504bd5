package io.parceldesk.claims.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Why the bank could not pay. */
record FailureForm(
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{1,39}",
            message = "must be a code such as ACCOUNT_UNKNOWN")
        String reason) {}
