package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** That the plan was carried out, and when the customer was told (SLA-21). */
record ImplementationForm(@NotNull Instant customerToldAt, @Size(max = 1000) String note) {}
