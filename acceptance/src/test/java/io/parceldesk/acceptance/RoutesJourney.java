package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody reads in docs/roles.yaml what all the services together have. */
class RoutesJourney {
  private static final String API = "/api/v1";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern RULE =
      Pattern.compile("^(/\\S*):|^  ([A-Z]+): \\[", Pattern.MULTILINE);

  @Test
  void everyRuleIsOfARouteAndEveryRouteHasOne() throws IOException {
    var served = new TreeSet<String>();
    for (var service : Service.values()) {
      served.addAll(routesOf(service));
    }

    assertThat(served).isNotEmpty().isEqualTo(rules());
  }

  private static Set<String> routesOf(Service service) {
    Map<String, Map<String, Object>> paths =
        given()
            .get(RunningPlatform.get().ports().url(service) + "/q/openapi?format=json")
            .jsonPath()
            .getMap("paths");
    var routes = new TreeSet<String>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase() + " " + path.substring(API.length()))
                .forEach(routes::add));
    return routes;
  }

  private static Set<String> rules() throws IOException {
    var file = Path.of(System.getProperty("parceldesk.home"), "docs/roles.yaml");
    var rules = new TreeSet<String>();
    var rule = RULE.matcher(Files.readString(file));
    for (var path = ""; rule.find(); ) {
      if (rule.group(1) != null) {
        path = rule.group(1);
      } else {
        rules.add(rule.group(2) + " " + path);
      }
    }
    return rules;
  }
}
