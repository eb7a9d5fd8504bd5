package io.parceldesk.claims.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was settled with the claimant after the parcel had come (AMB-13).
 *
 * @param owed the facts of the delay, as for an offer: what the claimant keeps
 * @param reference of the transfer by which the rest came back
 * @param reason what was agreed
 */
record ResettlementForm(
    @NotNull
        @Valid
        @Schema(description = "The facts of the delay, as for an offer: what the claimant keeps")
        OfferForm owed,
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9/._-]{2,63}",
            message = "must be the bank's reference of 3 to 64 letters and digits")
        @Schema(description = "Of the transfer by which the rest of the payment came back")
        String reference,
    @NotBlank @Size(max = 1000) String reason) {}
