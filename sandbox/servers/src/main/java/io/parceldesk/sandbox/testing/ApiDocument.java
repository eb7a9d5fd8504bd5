package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes under /api/v1 that a service says it has. */
record ApiDocument(List<ApiRoute> routes) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  static ApiDocument of(ApiClient client) throws IOException, InterruptedException {
    var routes = new ArrayList<ApiRoute>();
    for (var path : members(client.document().path("paths"))) {
      for (var operation : members(path.getValue())) {
        if (path.getKey().startsWith(ApiRoute.API) && METHODS.contains(operation.getKey())) {
          var method = operation.getKey().toUpperCase();
          routes.add(new ApiRoute(method, path.getKey(), operation.getValue()));
        }
      }
    }
    return new ApiDocument(routes);
  }

  /** The first names of all paths: complaints, calendars. */
  Set<String> resources() {
    return routes.stream()
        .map(route -> RouteTemplate.resource(route.template()))
        .collect(Collectors.toSet());
  }

  private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return object::fields;
  }
}
