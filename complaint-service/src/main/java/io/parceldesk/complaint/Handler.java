package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;

/**
 * Who answers for a complaint: an outlet or a department, and a person there where one is named
 * (CMP-08). Each part may be null before the complaint is assigned.
 */
@Embeddable
public record Handler(String outlet, String department, String assignee) {}
