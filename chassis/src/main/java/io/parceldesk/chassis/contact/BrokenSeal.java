package io.parceldesk.chassis.contact;

/**
 * What is sealed cannot be opened here: its key is missing, or a byte was changed. Trying again
 * does not help; an event with such a contact is buried until the key is back.
 */
public class BrokenSeal extends RuntimeException {
  BrokenSeal(String message, Throwable cause) {
    super(message, cause);
  }
}
