package io.parceldesk.notification.feed;

import io.parceldesk.chassis.problem.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How far an outlet has read its feed. Opaque to callers, and good for that outlet only. */
record FeedCursor(String outlet, long position) {
  private static final String FORM = "1"; // lets a later form be told from this one

  String text() {
    var clear = FORM + "|" + position + "|" + outlet;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(clear.getBytes(StandardCharsets.UTF_8));
  }

  /** JAX-RS reads the query parameter with this. */
  public static FeedCursor fromString(String text) {
    try {
      var clear =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
      var position = Long.parseLong(clear[1]);
      if (!clear[0].equals(FORM) || position < 0) {
        throw bad();
      }
      return new FeedCursor(clear[2], position);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw bad();
    }
  }

  static DomainException bad() {
    return new DomainException(400, "bad-cursor", "The cursor is not one that this feed gave");
  }
}
