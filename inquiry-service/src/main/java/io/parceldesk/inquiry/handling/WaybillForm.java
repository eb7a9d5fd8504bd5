package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** Which parcel it is, once somebody found it (INQ-16). */
record WaybillForm(
    @NotBlank
        @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill) {}
