package io.parceldesk.inquiry.problem;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whether the courier agrees to the changed amount (PRB-05). */
record ConfirmationForm(@NotNull Boolean confirmed, @Size(max = 500) String note) {}
