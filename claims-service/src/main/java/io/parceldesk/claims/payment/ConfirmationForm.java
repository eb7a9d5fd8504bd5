package io.parceldesk.claims.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The bank has paid; its own reference, by which the transfer is found. */
record ConfirmationForm(
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9/._-]{2,63}",
            message = "must be the bank's reference of 3 to 64 letters and digits")
        String reference) {}
