package io.parceldesk.claims.handling;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parceldesk.claims.ClaimTermsVersion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms of claims opened now, and every version. */
@Schema(name = "ClaimHandling")
record ClaimHandlingView(
    @JsonUnwrapped ClaimTermsVersion valid,
    @Schema(description = "All versions, oldest first") List<ClaimTermsVersion> versions) {}
