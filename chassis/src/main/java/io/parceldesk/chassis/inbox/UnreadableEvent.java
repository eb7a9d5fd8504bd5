package io.parceldesk.chassis.inbox;

/** A record that no later attempt will be able to read. */
public class UnreadableEvent extends RuntimeException {
  UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
