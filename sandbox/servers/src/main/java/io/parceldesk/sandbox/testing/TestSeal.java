package io.parceldesk.sandbox.testing;

import io.parceldesk.sandbox.servers.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;

/** Seals and makes fingerprints as the platform's documents say, apart from the services' code. */
record TestSeal(TestKey key) {
  static final Pattern JWE =
      Pattern.compile("eyJ[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+");

  String seal(String text) {
    try {
      var jwe = new JsonWebEncryption();
      jwe.setAlgorithmHeaderValue("dir");
      jwe.setEncryptionMethodHeaderParameter("A256GCM");
      jwe.setKeyIdHeaderValue(key.id());
      jwe.setKey(sealingKey());
      jwe.setPayload(text);
      return jwe.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  String open(String sealed) {
    try {
      var jwe = new JsonWebEncryption();
      jwe.setCompactSerialization(sealed);
      jwe.setKey(sealingKey());
      return jwe.getPayload();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it was sealed with this key. */
  boolean hasSealed(String jwe) {
    var header = new String(Base64.getUrlDecoder().decode(jwe.substring(0, jwe.indexOf('.'))));
    return header.contains("\"kid\":\"" + key.id() + "\"");
  }

  /** {@code as} is what sealed.yaml calls it: ADDRESS, NAME or CODE. */
  String fingerprint(String as, String text) {
    return switch (as) {
      case "NAME" -> fingerprint("name:" + text.toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
      case "CODE" ->
          fingerprint("code:" + text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
      default ->
          fingerprint(
              text.contains("@")
                  ? "email:" + text.strip().toLowerCase(Locale.ROOT)
                  : "phone:" + text);
    };
  }

  private String fingerprint(String spelled) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.index()), "HmacSHA256"));
      var bytes = mac.doFinal(spelled.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec sealingKey() {
    return new SecretKeySpec(Base64.getDecoder().decode(key.sealing()), "AES");
  }
}
