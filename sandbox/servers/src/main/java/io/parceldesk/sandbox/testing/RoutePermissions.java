package io.parceldesk.sandbox.testing;

import io.parceldesk.sandbox.servers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds every route of a running service to {@code roles.yaml}, for every role, without a role and
 * without a token, and for an outlet on the rows of its own and of another. Routes are taken from
 * the service's OpenAPI document; one without a rule, a rule without one, and one that is missing
 * from the document are mistakes.
 */
public final class RoutePermissions {
  private final ApiDocument api;
  private final RoleRules rules = RoleRules.read();
  private final ApiClient client;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, String> rows = new LinkedHashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final TreeSet<String> pages = new TreeSet<>();
  private String outlet = "LLT-NOBODY";

  public RoutePermissions(URI service) throws IOException, InterruptedException {
    client = new ApiClient(service);
    api = ApiDocument.of(client);
  }

  /** The outlet whose the rows are. */
  public RoutePermissions ofOutlet(String code) {
    outlet = code;
    return this;
  }

  /** A row of the outlet, for all routes that begin with the template. */
  public RoutePermissions row(String template, String... values) {
    rows.put(template, RouteTemplate.fill(template, values));
    return this;
  }

  /** A page for everybody, outside the API. */
  public RoutePermissions page(String route) {
    pages.add(route);
    return this;
  }

  /** What does not hold; there must be routes at all. */
  public List<String> mistakes() throws IOException, InterruptedException {
    expect("the service documents no route", !api.routes().isEmpty());
    compareWithWhatIsRegistered();
    compareWithTheRules();
    for (var route : api.routes()) {
      var roles = rules.of(route);
      if (!roles.isEmpty() && !roles.contains(RoleRules.PUBLIC)) {
        everyRole(route, roles);
      }
    }
    var ofOutlets =
        api.routes().stream().filter(any -> rules.of(any).contains(RoleRules.OUTLET)).toList();
    for (var route : ofOutlets) {
      anotherOutlet(route);
    }
    for (var route : ofOutlets) {
      ownOutlet(route); // last, for it may change or delete the row
    }
    return mistakes;
  }

  private void compareWithWhatIsRegistered() {
    var undocumented = RegisteredRoutes.all();
    expect("no route is registered", !undocumented.isEmpty());
    undocumented.removeAll(pages);
    api.routes().forEach(route -> undocumented.remove(route.toString()));
    undocumented.forEach(
        route -> mistakes.add(route + " is registered, but neither documented nor a page"));
  }

  private void compareWithTheRules() {
    var unserved = rules.routesOf(api.resources());
    api.routes().forEach(route -> unserved.remove(route.toString()));
    unserved.forEach(
        route -> mistakes.add(route + " has a rule, but the service has no such route"));
    for (var route : api.routes()) {
      expect(route + " has no rule in roles.yaml", !rules.of(route).isEmpty());
    }
  }

  private void everyRole(ApiRoute route, List<String> roles)
      throws IOException, InterruptedException {
    var call = client.malformed(route);
    expect(route + " without a token is open", call.as(null).status() == 401);
    expect(route + " without a role is open", call.as(token("nobody")).isForbidden());
    for (var role : RoleRules.ROLES) {
      var answer = call.as(token(role));
      var letIn = answer.status() != 401 && !answer.isForbidden();
      expect(route + " as " + role + " answers " + answer, letIn == roles.contains(role));
    }
  }

  private void anotherOutlet(ApiRoute route) throws IOException, InterruptedException {
    if (route.hasVariables() && !rules.isShared(route)) {
      var path = ownPath(route);
      expect(route + " lacks a row to try it on; or are its rows shared?", path != null);
      if (path != null) {
        var answer = client.wellFormed(route, path).as(strangersToken());
        expect(route + " as another outlet answers " + answer, answer.isOthersRow());
      }
    } else if (!route.hasVariables() && route.isRead()) {
      tellNothingOfOthers(route);
    }
  }

  private void ownOutlet(ApiRoute route) throws IOException, InterruptedException {
    var path = ownPath(route);
    if (path != null) {
      var answer = client.wellFormed(route, path).as(token(RoleRules.OUTLET));
      expect(
          route + " as the row's own outlet answers " + answer,
          answer.status() != 401 && !answer.isForbidden() && !answer.isOthersRow());
    }
  }

  /** To a row of the outlet; null where there is none. */
  private String ownPath(ApiRoute route) {
    var row = RouteTemplate.longestPrefix(rows.keySet(), route.template());
    return row == null ? null : route.under(row, rows.get(row));
  }

  /** Whatever a list is asked for, nothing that it tells another outlet names the row. */
  private void tellNothingOfOthers(ApiRoute route) throws IOException, InterruptedException {
    for (var query : List.of("", "?outlet=" + outlet)) {
      var told = client.wellFormed(route, route.path() + query).as(strangersToken());
      expect(
          route + query + " tells another outlet of the row: " + told,
          told.status() != 200 || marks().stream().noneMatch(told.body()::contains));
    }
    var list = RouteTemplate.rowOfList(rows.keySet(), route.template());
    if (list != null) {
      var row = RouteTemplate.lastValue(rows.get(list));
      expect(route + " does not tell the outlet of its own row", tellsOf(route, row));
    }
  }

  /** As it is, or asked for the outlet's rows where a list wants to be asked for something. */
  private boolean tellsOf(ApiRoute route, String row) throws IOException, InterruptedException {
    for (var query : List.of("", "?outlet=" + outlet)) {
      var told = client.wellFormed(route, route.path() + query).as(token(RoleRules.OUTLET));
      if (told.body().contains(row)) {
        return true;
      }
    }
    return false;
  }

  /** What names the outlet's rows wherever it occurs. */
  private List<String> marks() {
    var marks = new ArrayList<>(List.of('"' + outlet + '"'));
    rows.values().forEach(row -> marks.add('"' + RouteTemplate.lastValue(row) + '"'));
    return marks;
  }

  private String token(String role) {
    return tokens.computeIfAbsent(role, any -> TestServers.token(role, outlet));
  }

  private String strangersToken() {
    return tokens.computeIfAbsent(
        "a stranger", any -> TestServers.token(RoleRules.OUTLET, "LLT-STRANGER"));
  }

  private void expect(String what, boolean holds) {
    if (!holds) {
      mistakes.add(what);
    }
  }
}
