package io.parceldesk.claims.assessment;

import io.parceldesk.claims.EvidenceSlot;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What is missing: a code, as events carry no free text, and a note for the timeline.
 *
 * @param missing files; once all of them came in, the form is filed again by itself
 */
record ReturnForm(
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9_]{1,39}",
            message = "must be a code such as PROOF_OF_VALUE_MISSING")
        String reason,
    Set<@NotNull EvidenceSlot> missing,
    @Size(max = 1000) String note) {
  ReturnForm {
    missing = missing == null ? Set.of() : missing;
  }
}
