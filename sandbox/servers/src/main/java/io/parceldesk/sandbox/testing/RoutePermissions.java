package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parceldesk.sandbox.servers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds every route that a running service documents to {@code roles.yaml}: each role that is named
 * comes in, each other one is refused, and so is a caller without a token. A route without a rule
 * is a mistake.
 */
public final class RoutePermissions {
  private static final List<String> ROLES =
      List.of(
          "agent", "supervisor", "adjuster", "arbitrator", "outlet", "auditor", "admin", "service");
  private static final String API = "/api/v1";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final URI service;
  private final Map<String, Map<String, List<String>>> rules;

  public RoutePermissions(URI service) throws IOException {
    this.service = service;
    try (var file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("roles.yaml")) {
      rules = new YAMLMapper().readValue(file, new TypeReference<>() {});
    }
  }

  /** What does not hold; there must be routes at all. */
  public List<String> mistakes() throws IOException, InterruptedException {
    var paths = json.readTree(get("/q/openapi?format=json")).path("paths");
    var routes = 0;
    for (var path : (Iterable<Map.Entry<String, JsonNode>>) paths::fields) {
      for (var operation : (Iterable<Map.Entry<String, JsonNode>>) path.getValue()::fields) {
        if (path.getKey().startsWith(API) && METHODS.contains(operation.getKey())) {
          check(path.getKey(), operation.getKey().toUpperCase(), operation.getValue());
          routes++;
        }
      }
    }
    if (routes == 0) {
      mistakes.add("the service documents no route under " + API);
    }
    return mistakes;
  }

  private void check(String path, String method, JsonNode operation)
      throws IOException, InterruptedException {
    var route = method + " " + path;
    var roles = rules.getOrDefault(path.substring(API.length()), Map.of()).get(method);
    if (roles == null) {
      mistakes.add(route + " has no rule in roles.yaml");
      return;
    }
    if (roles.contains("public")) {
      return;
    }
    var mediaType = operation.path("requestBody").path("content").fieldNames();
    var contentType = mediaType.hasNext() ? mediaType.next() : "application/json";
    expect(route + " without a token", answer(path, method, contentType, null).statusCode() == 401);
    for (var role : ROLES) {
      var answer = answer(path, method, contentType, tokenOf(role));
      var letIn = answer.statusCode() != 401 && !isForbidden(answer);
      expect(
          route + " as " + role + " answers " + answer.statusCode(), letIn == roles.contains(role));
    }
  }

  private String tokenOf(String role) {
    return tokens.computeIfAbsent(role, any -> TestServers.token(role, "LLT-NOBODY"));
  }

  /** Another outlet's row is refused as well, but by a code of its own. */
  private boolean isForbidden(HttpResponse<String> answer) throws IOException {
    return answer.statusCode() == 403
        && json.readTree(answer.body()).path("code").asText().equals("forbidden");
  }

  private void expect(String what, boolean holds) {
    if (!holds) {
      mistakes.add(what);
    }
  }

  private HttpResponse<String> answer(String path, String method, String contentType, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve(path.replaceAll("\\{[^}]+}", "0")))
            .header("Content-Type", contentType)
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("[]"));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }
}
