package io.parceldesk.claims.evidence;

import java.io.IOException;

/** The bytes begin as a picture does and do not go on as one. */
class BrokenPicture extends IOException {
  BrokenPicture(String message) {
    super(message);
  }
}
