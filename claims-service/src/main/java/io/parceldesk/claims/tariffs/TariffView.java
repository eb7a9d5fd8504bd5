package io.parceldesk.claims.tariffs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parceldesk.claims.compensation.TariffVersion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tariff as it is valid today. */
@Schema(name = "Tariff")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TariffView(
    @JsonUnwrapped TariffVersion valid,
    @Schema(description = "All versions, oldest first; only where one tariff is asked for")
        List<TariffVersion> versions) {}
