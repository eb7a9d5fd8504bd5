package io.parceldesk.claims.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.claims.compensation.CustomerTerms;
import io.parceldesk.claims.compensation.OutletTerms;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next version of a tariff. */
@Schema(name = "TariffForm")
record TariffForm(
    @NotNull
        @Schema(
            description =
                "For parcels dispatched on this day or later; at least ten days after the"
                    + " publication (REG-02)")
        LocalDate effectiveFrom,
    @Schema(description = "When it was or will be made public; now when left out")
        Instant publishedAt,
    @NotNull
        @Schema(
            description = "All values, as GET shows them",
            oneOf = {OutletTerms.class, CustomerTerms.class})
        JsonNode terms) {}
