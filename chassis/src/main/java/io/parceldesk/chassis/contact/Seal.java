package io.parceldesk.chassis.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Seals personal data and free text as compact JWE (RFC 7516; alg dir, enc A256GCM, kid for
 * rotation), so that only services that have the key can read it.
 */
@ApplicationScoped
public class Seal {
  private static final AlgorithmConstraints DIRECT =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
  private static final AlgorithmConstraints A256GCM =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

  private final ObjectMapper json;
  private final String currentKey;
  private final Map<String, Key> keys;
  private final String currentHead;
  private final Counter unreadable;

  Seal(ObjectMapper json, ContactConfig config, MeterRegistry metrics) {
    // a replica of the next version may have sealed a field that this one does not know
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.currentKey = config.currentKey();
    this.keys =
        config.keys().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> aes(key.getValue())));
    if (!keys.containsKey(currentKey)) {
      throw new IllegalStateException(
          "parceldesk.contact.keys lacks the current key " + currentKey);
    }
    var sample = sealText("");
    this.currentHead = sample.substring(0, sample.indexOf("..") + 2);
    this.unreadable = metrics.counter("parceldesk.seal.unreadable");
  }

  /** The id of the key that seals. */
  public String currentKey() {
    return currentKey;
  }

  /** What everything begins with that the current key has sealed. */
  public String currentHead() {
    return currentHead;
  }

  /** The ids of all keys that open. */
  public Set<String> keyIds() {
    return keys.keySet();
  }

  /** Null stays null. */
  public String seal(Object clear) {
    if (clear == null) {
      return null;
    }
    try {
      return sealText(json.writeValueAsString(clear));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot seal", e);
    }
  }

  private String sealText(String text) {
    try {
      var jwe = new JsonWebEncryption();
      jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
      jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
      jwe.setKeyIdHeaderValue(currentKey);
      jwe.setKey(keys.get(currentKey));
      jwe.setPayload(text);
      return jwe.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("Cannot seal", e);
    }
  }

  /** The same, sealed with the current key. */
  public String reseal(String sealed) {
    return sealText(openText(sealed));
  }

  /** Opens what {@link #seal} made; null stays null. Fails on a foreign key or a changed byte. */
  public <T> T open(String sealed, Class<T> type) {
    if (sealed == null) {
      return null;
    }
    try {
      return json.readValue(openText(sealed), type);
    } catch (JsonProcessingException e) {
      throw BrokenSeal.ofAnotherKind();
    }
  }

  /**
   * What may be shown of it; {@code unreadable} where it cannot be opened here, so that what is
   * beside it is seen all the same. Null stays null.
   */
  public <T, V> V show(String sealed, Class<T> type, Function<T, V> view, V unreadable) {
    try {
      return sealed == null ? null : view.apply(open(sealed, type));
    } catch (BrokenSeal e) {
      this.unreadable.increment();
      return unreadable;
    }
  }

  private String openText(String sealed) {
    try {
      var jwe = new JsonWebEncryption();
      jwe.setAlgorithmConstraints(DIRECT);
      jwe.setContentEncryptionAlgorithmConstraints(A256GCM);
      jwe.setCompactSerialization(sealed);
      jwe.setKey(key(jwe.getKeyIdHeaderValue()));
      return jwe.getPayload();
    } catch (JoseException e) {
      throw BrokenSeal.damaged(e);
    }
  }

  private Key key(String id) {
    if (id == null || !keys.containsKey(id)) {
      throw BrokenSeal.withoutKey(id);
    }
    return keys.get(id);
  }

  private static Key aes(String base64) {
    var bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != 32) {
      throw new IllegalStateException("A contact key must have 32 bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
