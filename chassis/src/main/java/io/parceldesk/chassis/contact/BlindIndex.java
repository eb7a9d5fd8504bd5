package io.parceldesk.chassis.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed fingerprints (HMAC-SHA256, 128 bits) by which sealed data is found again without being
 * opened. Phone and name have different fingerprints for the same text. What is written bears the
 * current key's; what is looked up is looked up under all keys ({@code any…}).
 */
@ApplicationScoped
public class BlindIndex {
  private final List<SecretKeySpec> keys; // the current one first

  BlindIndex(ContactConfig config) {
    var encoded = new ArrayList<String>();
    encoded.add(currentOf(config));
    config.indexKey().ifPresent(encoded::add);
    encoded.addAll(config.indexKeys().values());
    this.keys = encoded.stream().distinct().map(BlindIndex::key).toList();
  }

  private static String currentOf(ContactConfig config) {
    var own = config.indexKeys().get(config.currentKey());
    return own == null
        ? config
            .indexKey()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "parceldesk.contact.index-keys lacks the current key "
                            + config.currentKey()))
        : own;
  }

  private static SecretKeySpec key(String base64) {
    var bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != 32) {
      throw new IllegalStateException("An index key must have 32 bytes");
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  public String phone(Phone phone) {
    return phone == null ? null : current(Kind.PHONE, phone.e164());
  }

  public Fingerprints anyPhone(Phone phone) {
    return phone == null ? null : all(Kind.PHONE, phone.e164());
  }

  /** Case does not matter. */
  public String email(String email) {
    return current(Kind.EMAIL, email);
  }

  /** Neither case, width nor spaces matter. */
  public String name(String name) {
    return current(Kind.NAME, name);
  }

  public Fingerprints anyName(String name) {
    return all(Kind.NAME, name);
  }

  /**
   * Of a code that its owner types in: case and what is put between its characters do not matter.
   */
  public String code(String code) {
    return current(Kind.CODE, code);
  }

  public Fingerprints anyCode(String code) {
    return all(Kind.CODE, code);
  }

  /** Of a phone number in E.164 form or an e-mail address, whichever it is. */
  public String address(String address) {
    return current(kindOf(address), address);
  }

  public Fingerprints anyAddress(String address) {
    return all(kindOf(address), address);
  }

  private static Kind kindOf(String address) {
    return address.contains("@") ? Kind.EMAIL : Kind.PHONE;
  }

  /** Of a network address: who asks can be told apart from others, and not be found. */
  public String client(String address) {
    return current(Kind.CLIENT, address);
  }

  /** Of what a program calls something: every character of it matters. */
  public Fingerprints anyKey(String key) {
    return all(Kind.KEY, key);
  }

  private String current(Kind kind, String text) {
    return text == null ? null : fingerprint(keys.get(0), kind, text);
  }

  private Fingerprints all(Kind kind, String text) {
    return text == null
        ? null
        : new Fingerprints(keys.stream().map(key -> fingerprint(key, kind, text)).toList());
  }

  private static String fingerprint(SecretKeySpec key, Kind kind, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var field = kind.name().toLowerCase(Locale.ROOT);
      var spelled = field + ":" + kind.spelling.apply(text);
      return HexFormat.of().formatHex(mac.doFinal(spelled.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a fingerprint is of, and which spellings are the same. */
  private enum Kind {
    PHONE(text -> text),
    EMAIL(text -> text.strip().toLowerCase(Locale.ROOT)),
    NAME(text -> nfkc(text).toLowerCase(Locale.ROOT).replaceAll("\\s", "")),
    CODE(text -> nfkc(text).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "")),
    CLIENT(text -> text),
    KEY(text -> text);

    private final UnaryOperator<String> spelling;

    Kind(UnaryOperator<String> spelling) {
      this.spelling = spelling;
    }

    private static String nfkc(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
  }
}
