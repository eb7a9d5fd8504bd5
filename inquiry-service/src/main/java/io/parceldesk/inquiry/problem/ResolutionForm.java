package io.parceldesk.inquiry.problem;

import io.parceldesk.inquiry.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How it ended. */
record ResolutionForm(@NotNull Outcome outcome, @Size(max = 500) String note) {}
