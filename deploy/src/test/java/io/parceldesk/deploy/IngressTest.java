package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every resource of every service can be reached, at the service that has it, and nothing else. */
class IngressTest {
  private static final String API = "https://api.parceldesk.example.com";
  private static final Set<Service> EVERY = EnumSet.allOf(Service.class);

  private static final Map<String, Set<Service>> RESOURCES = resources();

  private final Routes routes = new Routes();

  @Test
  void leadsToTheServiceThatHasTheResource() {
    RESOURCES.forEach(
        (path, services) -> {
          if (services.size() == 1) {
            assertThat(routes.serviceOf(API + path)).as(path).isIn(services);
          }
        });
  }

  /** On the common host nobody could tell whose calendars are asked for. */
  @Test
  void leadsToWhatEveryServiceHasByAHostOfItsOwn() {
    RESOURCES.forEach(
        (path, services) -> {
          if (services.size() > 1) {
            assertThat(routes.serviceOf(API + path)).as(path).isNull();
          }
        });
    for (var service : EVERY) {
      var host = "https://" + service.database() + ".parceldesk.example.com";
      assertThat(routes.serviceOf(host + "/api/v1/dead-letters")).isEqualTo(service);
    }
  }

  @Test
  void hasNoRouteToAResourceThatDoesNotExist() {
    assertThat(routes.all())
        .filteredOn(route -> route.host().startsWith("api."))
        .allMatch(route -> RESOURCES.containsKey(route.path()));
  }

  @Test
  void keepsMetricsAndHealthInside() {
    for (var route : routes.all()) {
      assertThat(routes.serviceOf("https://" + route.host() + "/q/metrics")).isNull();
    }
  }

  @Test
  void speaksTlsOnEveryHost() {
    assertThat(routes.all()).map(Routes.Route::host).isSubsetOf(routes.hostsWithTls());
  }

  @Test
  void namesPortsThatAreThere() {
    assertThat(routes.all())
        .allMatch(
            route ->
                Manifest.of("Service", route.service())
                    .text("/spec/ports/0/name")
                    .equals(route.port()));
  }

  /** The first segments of the services' resource classes, below /api/v1, and who has them. */
  private static Map<String, Set<Service>> resources() {
    var resources = new TreeMap<String, Set<Service>>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.parceldesk")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .forEach(type -> resources.merge(prefix(type), owners(type), IngressTest::both));
    return resources;
  }

  private static String prefix(JavaClass resource) {
    var path = resource.getAnnotationOfType(Path.class).value();
    var segments = path.split("/");
    return path.startsWith("/api/v1/") ? "/api/v1/" + segments[3] : "/" + segments[1];
  }

  /** What the chassis has, every service has. */
  private static Set<Service> owners(JavaClass resource) {
    var module = resource.getPackageName().split("\\.")[2];
    return module.equals("chassis") ? EVERY : EnumSet.of(Service.called(module + "-service"));
  }

  private static Set<Service> both(Set<Service> some, Set<Service> others) {
    var all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }
}
