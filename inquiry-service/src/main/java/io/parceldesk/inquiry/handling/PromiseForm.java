package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * By when the customer will have an answer (INQ-17).
 *
 * @param deliveryAddress where the parcel has to go, which is asked where nothing is known (INQ-13)
 */
record PromiseForm(@NotNull Instant promisedReplyAt, @Size(max = 300) String deliveryAddress) {}
