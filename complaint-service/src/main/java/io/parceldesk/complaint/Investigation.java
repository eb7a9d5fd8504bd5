package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What was found: the concrete cause and who is responsible for it (CMP-09). */
@Embeddable
public record Investigation(
    @Enumerated(EnumType.STRING) Cause cause, String finding, String responsiblePerson) {}
