package io.parceldesk.complaint.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * To which level, and why: a code, as events carry no free text. 1 supervisor, 2 department head, 3
 * headquarters.
 */
record EscalationForm(
    @NotNull @Min(1) @Max(3) Integer level,
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{1,39}",
            message = "must be a code such as CUSTOMER_INSISTS")
        String reason) {}
