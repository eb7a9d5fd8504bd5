package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code roles.yaml} says, read apart from the services that enforce it. */
record RoleRules(Map<String, Map<String, List<String>>> rules) {
  static final String OUTLET = "outlet";
  static final String PUBLIC = "public";
  static final List<String> ROLES =
      List.of(
          "agent", "supervisor", "adjuster", "arbitrator", OUTLET, "auditor", "admin", "service");

  private static final String ROWS = "rows";

  static RoleRules read() throws IOException {
    try (var file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("roles.yaml")) {
      return new RoleRules(new YAMLMapper().readValue(file, new TypeReference<>() {}));
    }
  }

  /** The roles that may use it; none where there is no rule. */
  List<String> of(ApiRoute route) {
    return rules.getOrDefault(route.template(), Map.of()).getOrDefault(route.method(), List.of());
  }

  /** Whether the rows below the path are nobody's in particular. */
  boolean isShared(ApiRoute route) {
    return rules
        .getOrDefault(route.template(), Map.of())
        .getOrDefault(ROWS, List.of())
        .contains("shared");
  }

  /** Every route with a rule, of the resources. */
  TreeSet<String> routesOf(Set<String> resources) {
    var routes = new TreeSet<String>();
    rules.forEach(
        (template, rolesByMethod) -> {
          if (resources.contains(RouteTemplate.resource(template))) {
            rolesByMethod.keySet().stream()
                .filter(method -> !ROWS.equals(method))
                .forEach(method -> routes.add(method + " " + ApiRoute.API + template));
          }
        });
    return routes;
  }
}
