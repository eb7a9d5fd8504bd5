package io.parceldesk.claims.settlement;

import io.parceldesk.claims.DisputeWay;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How the claimant goes on.
 *
 * @param arbitrationAgreed place and institution were agreed when the parcel was accepted (CLM-06)
 */
record DisputeForm(
    @NotNull DisputeWay way, boolean arbitrationAgreed, @Size(max = 1000) String note) {}
