package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;

/** What was found: the concrete cause and who is responsible for it (CMP-09). */
@Embeddable
public record Investigation(String cause, String finding, String responsiblePerson) {}
