package io.parceldesk.chassis.inbox;

import io.parceldesk.chassis.problem.DomainException;

/** Enumerated values of events, which travel as text. */
public final class EventValue {
  private EventValue() {}

  /**
   * Refuses a value that this service has never heard of: the event is buried and can be replayed
   * by a release that knows it, instead of holding up all that come after.
   */
  public static <E extends Enum<E>> E of(Class<E> type, String text) {
    for (var value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw new DomainException(
        422, "unknown-value", "The event has an unknown " + type.getSimpleName());
  }
}
