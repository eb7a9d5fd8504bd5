package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.problem.DomainException;

/** Whether a list shows cases that are still open, those that are closed, or both. */
public enum Open {
  TRUE,
  FALSE,
  ANY;

  /** JAX-RS reads the query parameter with this. */
  public static Open fromString(String text) {
    return switch (text) {
      case "true" -> TRUE;
      case "false" -> FALSE;
      case "any" -> ANY;
      default -> throw new DomainException(400, "bad-open", "open must be true, false or any");
    };
  }
}
