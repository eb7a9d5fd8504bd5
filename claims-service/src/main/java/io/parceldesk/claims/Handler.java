package io.parceldesk.claims;

import jakarta.persistence.Embeddable;

/** Who answers for a claim: an outlet or a department, and a person there; each may be null. */
@Embeddable
public record Handler(String outlet, String department, String assignee) {}
