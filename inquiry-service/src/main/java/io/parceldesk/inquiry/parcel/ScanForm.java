package io.parceldesk.inquiry.parcel;

import io.parceldesk.inquiry.ScanType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A scan as the courier's systems tell it, by HTTP, within an import or on the topic.
 *
 * @param waybill may be left out where the address or the line names it
 */
record ScanForm(
    @NotBlank @Size(max = 80) String scanId,
    @Pattern(regexp = ParcelForm.WAYBILL, message = ParcelForm.WAYBILL_MESSAGE) String waybill,
    @NotNull ScanType type,
    @NotNull Instant at,
    @Size(min = 1, max = 40) String outlet,
    @Size(max = 100) String courier,
    @Size(max = 1000) String note) {}
