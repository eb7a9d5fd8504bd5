package io.parceldesk.complaint;

import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * Who answers for a complaint: an outlet or a department, and a person there where one is named
 * (CMP-08). Each part may be null before the complaint is assigned.
 */
@Embeddable
public record Handler(String outlet, String department, String assignee) {
  static final Handler NOBODY = new Handler(null, null, null);

  /** The same outlet or department, whichever person there. */
  boolean isSamePartyAs(Handler other) {
    return Objects.equals(outlet, other.outlet) && Objects.equals(department, other.department);
  }

  Owner owner() {
    return new Owner(outlet, department, assignee);
  }
}
