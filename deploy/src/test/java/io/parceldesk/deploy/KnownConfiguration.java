package io.parceldesk.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.PropertyNamesMatcher;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that mean something to a service when it runs: those of Quarkus from the documents that
 * its extensions carry, those of Kafka from its clients, our own from the classes.
 */
final class KnownConfiguration {
  private static final String QUARKUS_DOCUMENTS =
      "META-INF/quarkus-config-doc/quarkus-config-model.json";

  private final Set<String> quarkus = new HashSet<>();
  private final Set<String> kafka = new HashSet<>();
  private final Set<String> own = new HashSet<>();
  private final PropertyNamesMatcher mapped;

  KnownConfiguration() throws IOException {
    var json = new ObjectMapper();
    var documents = KnownConfiguration.class.getClassLoader().getResources(QUARKUS_DOCUMENTS);
    for (var document : Collections.list(documents)) {
      try (var input = document.openStream()) {
        collect(json.readTree(input));
      }
    }
    kafka.addAll(ProducerConfig.configNames());
    kafka.addAll(ConsumerConfig.configNames());
    kafka.addAll(AdminClientConfig.configNames());
    var classes = new ClassFileImporter().importPackages("io.parceldesk");
    classes.stream().flatMap(type -> type.getCodeUnits().stream()).forEach(this::collect);
    mapped = ConfigMappings.propertyNamesMatcher(mappings(classes));
  }

  boolean knows(String key) {
    return key.startsWith("kafka.")
        ? kafka.contains(key.substring("kafka.".length()))
        : quarkus.contains(key) || own.contains(key) || mapped.matches(key);
  }

  /** Whether a variable of the environment stands for a key that is known. */
  boolean knowsVariable(String name) {
    if (name.startsWith("KAFKA_")) {
      return kafka.contains(
          name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'));
    }
    return quarkus.stream().anyMatch(key -> variable(key).equals(name));
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** What is fixed when an image is built means nothing to a container. */
  private void collect(JsonNode node) {
    var path = node.path("path").path("property");
    if (path.isTextual() && node.path("phase").asText().equals("RUN_TIME")) {
      quarkus.add(path.asText());
    }
    node.forEach(this::collect);
  }

  private void collect(JavaCodeUnit unit) {
    unit.getParameters().stream()
        .flatMap(parameter -> parameter.getAnnotations().stream())
        .filter(annotation -> annotation.getRawType().isEquivalentTo(ConfigProperty.class))
        .map(KnownConfiguration::name)
        .forEach(own::add);
  }

  private static String name(JavaAnnotation<?> annotation) {
    return (String) annotation.get("name").orElseThrow();
  }

  private static List<ConfigClass> mappings(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
        .map(JavaClass::reflect)
        .map(ConfigClass::configClass)
        .collect(Collectors.toList());
  }

  /** Keys that other keys are made of: {@code ${parceldesk.database.address}}. */
  static boolean isReferredTo(String key, Iterable<String> values) {
    var reference = Pattern.compile("\\$\\{" + Pattern.quote(key) + "}");
    for (var value : values) {
      if (reference.matcher(value).find()) {
        return true;
      }
    }
    return false;
  }
}
