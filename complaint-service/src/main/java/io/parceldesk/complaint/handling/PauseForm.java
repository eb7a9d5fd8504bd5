package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why our clocks stand still: a reason that the policies allow. */
record PauseForm(
    @NotBlank
        @Size(max = 40)
        @Schema(
            description =
                "WAITING_FOR_CUSTOMER, CUSTOMER_UNREACHABLE or CUSTOMER_ASKED_TO_WAIT, as shipped",
            examples = "WAITING_FOR_CUSTOMER")
        String reason,
    @Size(max = 1000) String note) {}
