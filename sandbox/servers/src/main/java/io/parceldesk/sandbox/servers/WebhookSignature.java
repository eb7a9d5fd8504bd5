package io.parceldesk.sandbox.servers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}, five minutes' tolerance. */
final class WebhookSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  static boolean verifies(
      String secret, String id, String timestamp, String body, String signatures, Instant now) {
    if (id == null || timestamp == null || signatures == null || !isFresh(timestamp, now)) {
      return false;
    }
    var expected = sign(secret, id + "." + timestamp + "." + body);
    for (var signature : signatures.split(" ")) {
      if (matches(expected, signature)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFresh(String timestamp, Instant now) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    var sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sentAt, now).abs().compareTo(TOLERANCE) <= 0;
  }

  private static boolean matches(String expected, String signature) {
    return MessageDigest.isEqual(
        (VERSION + expected).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }

  private static String sign(String secret, String content) {
    var encodedKey =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(encodedKey), "HmacSHA256"));
      var digest = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private WebhookSignature() {}
}
