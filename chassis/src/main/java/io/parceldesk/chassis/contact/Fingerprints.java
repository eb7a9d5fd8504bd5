package io.parceldesk.chassis.contact;

import java.util.List;

/**
 * The fingerprints of one thing under all keys, the current one first. There are several while keys
 * are rotated: rows are then found by whichever they bear.
 */
public record Fingerprints(List<String> all) {
  public boolean has(String fingerprint) {
    return all.contains(fingerprint);
  }

  /** The condition that the column bears one of them; it has one parameter, {@link #value}. */
  public String in(String column) {
    return column + (all.size() == 1 ? " = ?" : " = any(?)");
  }

  public Object value() {
    return all.size() == 1 ? all.get(0) : all;
  }
}
