package io.parceldesk.inquiry.pickup;

import jakarta.validation.constraints.Size;

/** Who collects; what is left out stays as it is. */
record DispatchForm(
    @Size(min = 1, max = 40) String outlet, @Size(min = 1, max = 100) String courier) {}
