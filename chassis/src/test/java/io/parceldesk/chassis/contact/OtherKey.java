package io.parceldesk.chassis.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Seals and indexes as a service does whose current key is another. */
public record OtherKey(String id, String sealing, String index) {
  public static OtherKey of(String id) {
    return new OtherKey(
        id,
        base64("32 bytes for sealing with key " + id),
        base64("32 bytes for look-up with key " + id));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes());
  }

  public Seal seal(ObjectMapper json) {
    return new Seal(json, config(), new SimpleMeterRegistry());
  }

  public BlindIndex blindIndex() {
    return new BlindIndex(config());
  }

  private Config config() {
    return new Config(id, Map.of(id, sealing), Optional.empty(), Map.of(id, index));
  }

  private record Config(
      String currentKey,
      Map<String, String> keys,
      Optional<String> indexKey,
      Map<String, String> indexKeys)
      implements ContactConfig {}
}
