package io.parceldesk.notification.preference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who agreed to commercial messages; exactly one of phone and email. */
record ConsentForm(
    @Schema(examples = "138 0013 8000") @Size(max = 30) String phone,
    @Schema(examples = "wang@example.com") @Size(max = 200) String email,
    @Schema(
            description = "Where the proof is found: a form, a recording; a code, never free text",
            examples = "WEB-FORM-2026-11-22-000731")
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{2,59}")
        String proof) {}
