package io.parceldesk.chassis.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed fingerprints (HMAC-SHA256, 128 bits) by which sealed data is found again without being
 * opened. Phone and name have different fingerprints for the same text.
 */
@ApplicationScoped
public class BlindIndex {
  private final SecretKeySpec key;

  BlindIndex(ContactConfig config) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(config.indexKey()), "HmacSHA256");
  }

  public String phone(Phone phone) {
    return phone == null ? null : fingerprint("phone", phone.e164());
  }

  /** Case does not matter. */
  public String email(String email) {
    return email == null ? null : fingerprint("email", email.strip().toLowerCase(Locale.ROOT));
  }

  /** Neither case, width nor spaces matter. */
  public String name(String name) {
    return name == null
        ? null
        : fingerprint(
            "name",
            Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", ""));
  }

  /**
   * Of a code that its owner types in: case and what is put between its characters do not matter.
   */
  public String code(String code) {
    return code == null
        ? null
        : fingerprint(
            "code",
            Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", ""));
  }

  /** Of a network address: who asks can be told apart from others, and not be found. */
  public String client(String address) {
    return fingerprint("client", address);
  }

  private String fingerprint(String field, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var digest = mac.doFinal((field + ":" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
