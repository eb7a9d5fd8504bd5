package io.parceldesk.inquiry.pickup;

import jakarta.validation.constraints.Pattern;

/** The waybill of what was collected, where it got one already. */
record CollectionForm(
    @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill) {}
