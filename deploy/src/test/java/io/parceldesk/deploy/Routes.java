package io.parceldesk.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the Ingress leads to, by the rules of path type Prefix: whole segments, the longest wins.
 */
final class Routes {
  private final Manifest ingress = Manifest.of("Ingress", "parceldesk");

  record Route(String host, String path, String service, String port) {
    boolean leads(String requested) {
      return requested.equals(path) || requested.startsWith(path + "/");
    }
  }

  List<Route> all() {
    var routes = new ArrayList<Route>();
    for (var rule : ingress.at("/spec/rules")) {
      for (var path : rule.at("/http/paths")) {
        routes.add(route(rule, path));
      }
    }
    return routes;
  }

  List<String> hostsWithTls() {
    return ingress.texts("/spec/tls/0/hosts");
  }

  /** Null where a request would be refused. */
  Service serviceOf(String url) {
    var address = URI.create(url);
    return all().stream()
        .filter(route -> route.host().equals(address.getHost()) && route.leads(address.getPath()))
        .max(Comparator.comparing(route -> route.path().length()))
        .map(route -> Service.called(route.service()))
        .orElse(null);
  }

  private static Route route(JsonNode rule, JsonNode path) {
    if (!path.path("pathType").asText().equals("Prefix")) {
      throw new AssertionError("not by prefix: " + path);
    }
    return new Route(
        rule.path("host").asText(),
        path.path("path").asText(),
        path.at("/backend/service/name").asText(),
        path.at("/backend/service/port/name").asText());
  }
}
