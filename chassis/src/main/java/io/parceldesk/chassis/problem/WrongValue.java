package io.parceldesk.chassis.problem;

/**
 * A value that its type does not accept. The message tells the caller what was expected and never
 * repeats the value, which may be personal.
 */
public class WrongValue extends IllegalArgumentException {
  public WrongValue(String expected) {
    super(expected);
  }
}
