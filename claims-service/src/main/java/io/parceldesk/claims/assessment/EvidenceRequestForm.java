package io.parceldesk.claims.assessment;

import io.parceldesk.claims.EvidenceSlot;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What the claimant is asked for. */
record EvidenceRequestForm(
    @NotEmpty Set<@NotNull EvidenceSlot> slots, @Size(max = 1000) String note) {}
