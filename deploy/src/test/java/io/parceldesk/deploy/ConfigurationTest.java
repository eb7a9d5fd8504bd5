package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the containers are told means something to the services, and no secret is told in clear. */
class ConfigurationTest {
  private static final String BASE = "deploy/kubernetes/base/config/";
  private static final String MOUNT = "/etc/parceldesk/";
  private static final Pattern SECRET =
      Pattern.compile("password|secret|credential|jaas|\\.keys?\\.|index-key");

  private static KnownConfiguration known;

  @BeforeAll
  static void look() throws IOException {
    known = new KnownConfiguration();
  }

  @ParameterizedTest
  @EnumSource
  void namesNoUnknownKey(Service service) {
    for (var overlay : List.of("dev", "prod")) {
      var settings = settings(service, overlay);

      assertThat(settings.keySet())
          .allMatch(
              key -> known.knows(key) || KnownConfiguration.isReferredTo(key, settings.values()));
    }
  }

  /** What a file says cannot be overruled, neither by another one nor by a variable. */
  @ParameterizedTest
  @EnumSource
  void saysEverythingOnce(Service service) {
    for (var overlay : List.of("dev", "prod")) {
      var keys = new ArrayList<String>();
      files(service, overlay).forEach(file -> keys.addAll(properties(file).stringPropertyNames()));

      assertThat(keys).doesNotHaveDuplicates();
      assertThat(variables(service))
          .noneMatch(name -> keys.stream().anyMatch(key -> variable(key).equals(name)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void setsNoUnknownVariable(Service service) {
    assertThat(variables(service))
        .filteredOn(name -> !name.equals("QUARKUS_INIT_AND_EXIT"))
        .allMatch(known::knowsVariable);
  }

  @Test
  void tellsNoSecretInClear() {
    for (var service : Service.values()) {
      for (var overlay : List.of("dev", "prod")) {
        assertThat(settings(service, overlay).keySet())
            .noneMatch(key -> SECRET.matcher(key).find());
      }
    }
    assertThat(Manifest.all()).noneMatch(manifest -> manifest.kind().equals("Secret"));
    Pods.all().forEach(ConfigurationTest::requireSecretVariablesByReference);
  }

  private static void requireSecretVariablesByReference(Manifest workload) {
    for (var variable : Pods.container(workload).path("env")) {
      if (SECRET.matcher(variable.path("name").asText().toLowerCase().replace('_', '.')).find()) {
        assertThat(variable.has("value")).as(variable.toString()).isFalse();
      }
    }
  }

  /** Every file that the service is told to read is mounted, and every mounted one is read. */
  @ParameterizedTest
  @EnumSource
  void readsTheFilesThatAreMounted(Service service) {
    for (var workload : new Pods(service).both()) {
      var read = List.of(Pods.variable(workload, "QUARKUS_CONFIG_LOCATIONS").split(","));

      assertThat(Pods.container(workload).at("/volumeMounts/0/mountPath").asText() + "/")
          .isEqualTo(MOUNT);
      assertThat(mountedProperties(workload))
          .map(file -> MOUNT + file)
          .containsExactlyInAnyOrderElementsOf(read);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka.ssl.truststore.location"})
  void pointsToMountedCertificates(String key) {
    var location = properties(BASE + "platform.properties").getProperty(key);

    for (var service : Service.values()) {
      var deployment = new Pods(service).deployment();
      var url = settings(service, "prod").get("quarkus.datasource.jdbc.url");

      assertThat(mounted(deployment)).map(file -> MOUNT + file).contains(location);
      assertThat(mounted(deployment))
          .map(file -> "sslrootcert=" + MOUNT + file)
          .anyMatch(url::endsWith);
    }
  }

  /** Messages send customers to a page of inquiry-service, which the Ingress has to lead there. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void namesTheCustomerPageThatTheIngressLeadsTo(String overlay) {
    var page = settings(Service.NOTIFICATION, overlay).get("parceldesk.customer-page");
    var routes = new Routes();

    assertThat(routes.serviceOf(page)).isEqualTo(Service.INQUIRY);
  }

  private static List<String> mountedProperties(Manifest workload) {
    return mounted(workload).stream().filter(file -> file.endsWith(".properties")).toList();
  }

  private static List<String> mounted(Manifest workload) {
    var files = new ArrayList<String>();
    for (var source : Pods.pod(workload).at("/volumes/0/projected/sources")) {
      source.path("secret").path("items").forEach(item -> files.add(item.path("path").asText()));
      if (source.at("/configMap/name").asText().equals("platform")) {
        files.addAll(List.of("platform.properties", "installation.properties"));
      } else if (source.has("configMap")) {
        files.add("service.properties");
      }
    }
    return files;
  }

  private static List<String> files(Service service, String overlay) {
    return List.of(
        BASE + "platform.properties",
        BASE + service.directory() + ".properties",
        "deploy/kubernetes/overlays/" + overlay + "/installation.properties");
  }

  static Map<String, String> settings(Service service, String overlay) {
    var settings = new HashMap<String, String>();
    for (var file : files(service, overlay)) {
      properties(file).forEach((key, value) -> settings.put((String) key, (String) value));
    }
    return settings;
  }

  private static List<String> variables(Service service) {
    return new Pods(service)
        .both().stream()
            .flatMap(
                workload -> Pods.container(workload).path("env").findValuesAsText("name").stream())
            .filter(name -> name.equals(name.toUpperCase()))
            .distinct()
            .toList();
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase();
  }

  private static Properties properties(String file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Project.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
