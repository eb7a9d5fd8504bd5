package io.parceldesk.inquiry.pickup;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** By when a courier comes instead. */
record RebookingForm(@NotNull Instant collectBy) {}
