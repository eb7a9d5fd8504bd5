package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The classes of data of {@code retention/*.yaml} on the class path, by their names. */
final class ShippedTerms {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ShippedTerms() {}

  static Map<String, RetentionTerms> all() {
    var all = new TreeMap<String, RetentionTerms>();
    try {
      ClassPathUtils.consumeAsPaths(
          Thread.currentThread().getContextClassLoader(),
          "retention",
          folder -> yamlFiles(folder).forEach(file -> all.putAll(read(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static List<Path> yamlFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, RetentionTerms> read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return YAML.readValue(stream, new TypeReference<Map<String, RetentionTerms>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("Periods in " + file + " cannot be read", e);
    }
  }
}
