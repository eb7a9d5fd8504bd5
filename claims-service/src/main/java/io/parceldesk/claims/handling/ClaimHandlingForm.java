package io.parceldesk.claims.handling;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.claims.ClaimTerms;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next version of the terms. */
@Schema(name = "ClaimHandlingForm")
record ClaimHandlingForm(
    @Schema(description = "For claims opened from then on; now when left out, never the past")
        Instant effectiveFrom,
    @NotNull
        @Schema(description = "All values, as GET shows them", implementation = ClaimTerms.class)
        JsonNode terms) {}
