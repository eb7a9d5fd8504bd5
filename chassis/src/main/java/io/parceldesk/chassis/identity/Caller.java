package io.parceldesk.chassis.identity;

import io.parceldesk.chassis.problem.DomainException;
import java.util.Set;

/**
 * Who asks: a person or a program by name, with the roles of its token.
 *
 * @param outlet the outlet whose rows a caller of role {@code outlet} may see and touch, else null
 */
public record Caller(String name, Set<String> roles, String outlet) {
  private static final String OUTLET = "outlet";

  /** The service itself: what consumers and sweeps do. */
  static Caller service(String name) {
    return new Caller(name, Set.of("service"), null);
  }

  /** Whether the caller sees nothing of other outlets: role outlet binds, whatever else one is. */
  public boolean isOutletOnly() {
    return roles.contains(OUTLET);
  }

  /** Refuses a caller that belongs to another outlet than the row. */
  public void requireAccessTo(String rowsOutlet) {
    if (isOutletOnly() && (outlet == null || !outlet.equals(rowsOutlet))) {
      throw new DomainException(403, "other-outlet", "This belongs to another outlet");
    }
  }
}
