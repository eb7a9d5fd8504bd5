package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policies of {@code policies/*.yaml} on the service's class path, by their ids. */
final class ShippedPolicies {
  private ShippedPolicies() {}

  static Map<String, PolicyTerms> all() {
    var all = new LinkedHashMap<String, PolicyTerms>();
    try {
      ClassPathUtils.consumeAsPaths(
          Thread.currentThread().getContextClassLoader(),
          "policies",
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

  private static Map<String, PolicyTerms> read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return RulesJson.readYaml(stream, new TypeReference<LinkedHashMap<String, PolicyTerms>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("Policies in " + file + " cannot be read", e);
    }
  }
}
