package io.parceldesk.chassis.deadline;

/** A policy that contradicts itself. {@code pointer} is the wrong place, as a JSON Pointer. */
public class InvalidPolicy extends IllegalArgumentException {
  private final String pointer;

  InvalidPolicy(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }
}
