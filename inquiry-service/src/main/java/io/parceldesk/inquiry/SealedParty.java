package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;

/** A {@link Party} as it is stored: sealed, with the fingerprints by which it is found again. */
@Embeddable
public record SealedParty(String sealed, String phoneIndex, String nameIndex) {}
