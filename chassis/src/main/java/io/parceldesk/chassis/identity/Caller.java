package io.parceldesk.chassis.identity;

import io.parceldesk.chassis.problem.DomainException;
import java.util.Set;

/**
 * Who asks: a person or a program by name, with the roles of its token.
 *
 * @param outlet the outlet whose rows a caller of role {@code outlet} may see and touch, else null
 */
public record Caller(String name, Set<String> roles, String outlet) {

  /** The service itself: what consumers and sweeps do. */
  static Caller service(String name) {
    return new Caller(name, Set.of("service"), null);
  }

  /** Whether outlet is the only role, so that the caller sees nothing of other outlets. */
  public boolean isOutletOnly() {
    return roles.equals(Set.of("outlet"));
  }

  /** Refuses a caller that belongs to another outlet than the row. */
  public void requireAccessTo(String rowsOutlet) {
    if (isOutletOnly() && (outlet == null || !outlet.equals(rowsOutlet))) {
      throw new DomainException(403, "other-outlet", "This belongs to another outlet");
    }
  }
}
