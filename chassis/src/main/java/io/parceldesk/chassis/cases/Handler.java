package io.parceldesk.chassis.cases;

import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * Who answers for a case: an outlet or a department, and a person there where one is named
 * (CMP-08). Each part may be null.
 */
@Embeddable
public record Handler(String outlet, String department, String assignee) {
  public static final Handler NOBODY = new Handler(null, null, null);

  /** An outlet, whoever there; null: nobody yet. */
  public static Handler at(String outlet) {
    return new Handler(outlet, null, null);
  }

  /** As it was read: null is nobody. */
  public static Handler orNobody(Handler read) {
    return read == null ? NOBODY : read;
  }

  /** The same outlet or department, whichever person there. */
  public boolean isSamePartyAs(Handler other) {
    return Objects.equals(outlet, other.outlet) && Objects.equals(department, other.department);
  }

  public Owner owner() {
    return new Owner(outlet, department, assignee);
  }
}
