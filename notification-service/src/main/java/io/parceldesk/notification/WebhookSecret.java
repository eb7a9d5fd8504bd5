package io.parceldesk.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signing key as Standard Webhooks 1.0 writes it: {@code whsec_} and 24 to 64 bytes in base64.
 */
public record WebhookSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  public static WebhookSecret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** The signature of one attempt, {@code v1,} and HMAC-SHA256 over id, timestamp and body. */
  public String sign(String id, long timestamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
      var signed = id + "." + timestamp + "." + body;
      var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether one of the signatures, parted by spaces, is this key's. Takes as long for a wrong one
   * as for a right one.
   */
  public boolean verifies(String signatures, String id, long timestamp, String body) {
    var expected = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
    var found = false;
    for (var signature : signatures.split(" ")) {
      found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  /** Keys have no business in logs. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
