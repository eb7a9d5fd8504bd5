package io.parceldesk.complaint.defaults;

import io.parceldesk.complaint.defaults.DefaultHandlerRule.Part;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who answers for a category, and why that is changed. */
record DefaultHandlerForm(
    @Schema(
            description =
                "The part of the outlet that answers, where it is known; null: always the"
                    + " department")
        Part outlet,
    @Schema(examples = "STORAGE_TRANSPORT")
        @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9_-]{1,39}",
            message = "must be the code of a department, such as STORAGE_TRANSPORT")
        String department,
    @Size(max = 500) String reason) {}
