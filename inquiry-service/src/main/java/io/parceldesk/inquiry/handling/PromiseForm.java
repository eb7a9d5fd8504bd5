package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** By when the customer will have an answer (INQ-17). */
record PromiseForm(@NotNull Instant promisedReplyAt) {}
