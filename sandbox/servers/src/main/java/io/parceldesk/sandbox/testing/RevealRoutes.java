package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.servers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Holds every route of a running service that shows personal data to the same terms: only with a
 * reason, which the timeline remembers, and only as often as one allowance for all of them lets
 * (PRV-03, REG-10). Routes are taken from the service's OpenAPI document.
 */
public final class RevealRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REASON = "{\"reason\": \"the customer asks\"}";
  private static final int MORE_THAN_ANYBODY_MAY = 200;

  /** One comes back every minute, in the midst of the test perhaps. */
  private static final int ATTEMPTS = 3;

  private final ApiClient client;
  private final RoleRules rules = RoleRules.read();
  private final List<ApiRoute> routes;
  private final Map<String, String> rows = new LinkedHashMap<>();
  private final List<String> mistakes = new ArrayList<>();
  private final String modest = "modest." + UUID.randomUUID();
  private final String curious = "curious." + UUID.randomUUID();

  public RevealRoutes(URI service) throws IOException, InterruptedException {
    client = new ApiClient(service);
    routes = ApiDocument.of(client).routes().stream().filter(ApiRoute::isReveal).toList();
  }

  /** A row that has something to show, for all routes that begin with the template. */
  public RevealRoutes row(String template, String... values) {
    rows.put(template, RouteTemplate.fill(template, values));
    return this;
  }

  /** How many of them the service has. */
  public int count() {
    return routes.size();
  }

  /** What does not hold. */
  public List<String> mistakes() throws IOException, InterruptedException {
    var usable = new ArrayList<ApiRoute>();
    for (var route : routes) {
      var known = RouteTemplate.longestPrefix(rows.keySet(), route.template()) != null;
      expect(route + " lacks a row to try it on", known);
      if (known) {
        usable.add(route);
      }
    }
    for (var route : usable) {
      onlyWithAReason(route);
      showsAndRemembers(route);
    }
    if (!usable.isEmpty()) {
      useUp(usable.get(0));
    }
    for (var route : usable) {
      refusesWhoeverSawEnough(route);
    }
    return mistakes;
  }

  private void onlyWithAReason(ApiRoute route) throws IOException, InterruptedException {
    for (var body : List.of("{}", "{\"reason\": null}", "{\"reason\": \" \"}", "", "[]")) {
      var answer = client.with(route, path(route), body).as(token(route, modest));
      expect(route + " without a reason answers " + answer, answer.status() == 400);
    }
  }

  private void showsAndRemembers(ApiRoute route) throws IOException, InterruptedException {
    var answer = reveal(route, modest);
    expect(route + " answers " + answer, answer.status() == 200);
    expect(route + " is not in the timeline", isRemembered(route, modest));
  }

  private void useUp(ApiRoute route) throws IOException, InterruptedException {
    var attempts = 0;
    while (reveal(route, curious).status() == 200 && attempts < MORE_THAN_ANYBODY_MAY) {
      attempts++;
    }
  }

  private void refusesWhoeverSawEnough(ApiRoute route) throws IOException, InterruptedException {
    var answer = reveal(route, curious);
    for (var attempt = 1; attempt < ATTEMPTS && answer.status() == 200; attempt++) {
      answer = reveal(route, curious);
    }
    expect(
        route + " answers " + answer + " to who has seen enough",
        answer.status() == 429 && answer.body().contains("\"too-many-reveals\""));
    expect(
        route + " says Retry-After " + answer.retryAfter(),
        answer.retryAfter() > 0 && answer.retryAfter() <= 60);
    expect(
        route + " is closed to others too",
        reveal(route, "calm." + UUID.randomUUID()).status() == 200);
  }

  private ApiClient.Answer reveal(ApiRoute route, String name)
      throws IOException, InterruptedException {
    return client.with(route, path(route), REASON).as(token(route, name));
  }

  /** Where the row is a case's: what a reveal without one tells is the service's own test. */
  private boolean isRemembered(ApiRoute route, String name)
      throws IOException, InterruptedException {
    var parts = path(route).split("/");
    var timeline = String.join("/", List.of(parts).subList(0, 5)) + "/timeline";
    var answer = client.get(timeline).as(TestServers.token("supervisor"));
    if (answer.status() == 404) {
      return true;
    }
    for (var entry : JSON.readTree(answer.body()).path("items")) {
      if (entry.path("actor").asText().equals(name)
          && entry.path("action").asText().endsWith("reveal")
          && entry.path("note").asText().contains("the customer asks")) {
        return true;
      }
    }
    return false;
  }

  private String path(ApiRoute route) {
    var row = RouteTemplate.longestPrefix(rows.keySet(), route.template());
    return route.under(row, rows.get(row));
  }

  private String token(ApiRoute route, String name) {
    var role = rules.of(route).stream().filter(any -> !any.equals(RoleRules.OUTLET)).findFirst();
    return TestServers.tokens().token(role.orElseThrow(), null, name);
  }

  private void expect(String what, boolean holds) {
    if (!holds) {
      mistakes.add(what);
    }
  }
}
