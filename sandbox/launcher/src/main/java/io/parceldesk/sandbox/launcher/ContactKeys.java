package io.parceldesk.sandbox.launcher;

import java.security.SecureRandom;
import java.util.Base64;

/** The keys that seal and index customers' contacts; cases of yesterday need yesterday's. */
record ContactKeys(String sealing, String index) {
  private static final int BYTES = 32;

  static ContactKeys kept(StateFolder folder) {
    return new ContactKeys(
        folder.secret("contact-key", ContactKeys::random),
        folder.secret("contact-index-key", ContactKeys::random));
  }

  private static String random() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
