package io.parceldesk.chassis.paging;

import io.parceldesk.chassis.problem.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the sort key and id of its last row. Opaque to callers. */
public record Cursor(Instant key, UUID id) {
  public String text() {
    var clear = key + "|" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(clear.getBytes(StandardCharsets.UTF_8));
  }

  /** JAX-RS reads the query parameter with this. */
  public static Cursor fromString(String text) {
    try {
      var clear =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
      return new Cursor(Instant.parse(clear[0]), UUID.fromString(clear[1]));
    } catch (RuntimeException e) {
      throw new DomainException(400, "bad-cursor", "The cursor is not one that this list gave");
    }
  }
}
