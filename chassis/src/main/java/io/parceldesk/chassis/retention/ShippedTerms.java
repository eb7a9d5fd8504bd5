package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import java.util.Map;
import java.util.TreeMap;

/** The classes of data of {@code retention/*.yaml} on the class path, by their names. */
final class ShippedTerms {
  private ShippedTerms() {}

  static Map<String, RetentionTerms> all() {
    return new TreeMap<>(
        ShippedFile.yamlFolder("retention", new TypeReference<Map<String, RetentionTerms>>() {}));
  }
}
