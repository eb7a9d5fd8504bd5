package io.parceldesk.sandbox.servers;

import java.util.Base64;

/** A key that services seal and index with in tests, each part Base64 of 32 bytes. */
public record TestKey(String id, String sealing, String index) {
  public static final TestKey CURRENT =
      new TestKey(
          "k1",
          base64("32 bytes for sealing in the test"),
          base64("32 bytes for look-up in the test"));

  /** Nothing new is sealed with it; what it sealed can be opened. */
  public static final TestKey FORMER =
      new TestKey(
          "former",
          base64("32 bytes for sealing before then"),
          base64("32 bytes for look-up before then"));

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes());
  }
}
