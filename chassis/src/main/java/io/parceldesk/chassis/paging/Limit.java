package io.parceldesk.chassis.paging;

import io.parceldesk.chassis.problem.DomainException;

/** How many rows a page may have: 1 to 200, 50 where not said. */
public record Limit(int rows) {
  public static final Limit DEFAULT = new Limit(50);

  public Limit {
    if (rows < 1 || rows > 200) {
      throw new DomainException(400, "bad-limit", "limit must be between 1 and 200");
    }
  }

  /** JAX-RS reads the query parameter with this. */
  public static Limit fromString(String text) {
    try {
      return new Limit(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new DomainException(400, "bad-limit", "limit must be a number between 1 and 200");
    }
  }
}
