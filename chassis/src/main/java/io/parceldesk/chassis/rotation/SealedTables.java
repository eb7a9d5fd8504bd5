package io.parceldesk.chassis.rotation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** All that a service keeps sealed: what the chassis declares and what the service itself does. */
@ApplicationScoped
class SealedTables {
  private final Map<String, SealedTable> byName = new TreeMap<>();

  SealedTables() {
    try {
      ClassPathUtils.consumeAsStreams(
          Thread.currentThread().getContextClassLoader(),
          "privacy/sealed.yaml",
          file -> {
            try {
              byName.putAll(new YAMLMapper().readValue(file, new TypeReference<>() {}));
            } catch (IOException e) {
              throw new UncheckedIOException("privacy/sealed.yaml cannot be read", e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, SealedTable> byName() {
    return byName;
  }
}
