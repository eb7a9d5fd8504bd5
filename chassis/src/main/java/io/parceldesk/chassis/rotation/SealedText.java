package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Seal;
import java.util.regex.Pattern;

/** A text with sealed values in it, each a compact JWE of alg dir, and what becomes of it. */
final class SealedText {
  /** Header and an empty encrypted key; a value of the current key has the current header. */
  static final String HEAD = "eyJ[A-Za-z0-9_-]+[.][.]";

  private static final Pattern JWE =
      Pattern.compile(HEAD + "[A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+");

  private final Seal seal;
  private final StringBuilder resealed = new StringBuilder();
  private boolean changed;
  private boolean unreadable;

  SealedText(String text, Seal seal) {
    this.seal = seal;
    var values = JWE.matcher(text);
    while (values.find()) {
      values.appendReplacement(resealed, replacement(values.group()));
    }
    values.appendTail(resealed);
  }

  private String replacement(String sealed) {
    if (sealed.startsWith(seal.currentHead())) {
      return sealed;
    }
    try {
      var fresh = seal.reseal(sealed);
      changed = true;
      return fresh;
    } catch (BrokenSeal e) {
      unreadable = true; // left as it is: it can be opened once its key is back
      return sealed;
    }
  }

  boolean changed() {
    return changed;
  }

  boolean unreadable() {
    return unreadable;
  }

  @Override
  public String toString() {
    return resealed.toString();
  }
}
