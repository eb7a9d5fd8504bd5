package io.parceldesk.claims.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is missing: a code, as events carry no free text, and a note for the timeline. */
record ReturnForm(
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{1,39}",
            message = "must be a code such as PROOF_OF_VALUE_MISSING")
        String reason,
    @Size(max = 1000) String note) {}
