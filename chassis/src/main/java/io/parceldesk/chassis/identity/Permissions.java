package io.parceldesk.chassis.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which role may use which route, read from {@code roles.yaml} (kept in the documentation and put
 * on the class path at build). What it does not name is denied.
 */
@ApplicationScoped
public class Permissions {
  /** A route open to everybody, without a token. */
  static final String PUBLIC = "public";

  /** Stands beside the methods: whose the rows are, which is for the tests to know. */
  private static final String ROWS = "rows";

  private final Map<String, Map<String, List<String>>> rolesByMethodByPath;

  Permissions() {
    rolesByMethodByPath = ShippedFile.yaml("roles.yaml", new TypeReference<>() {});
  }

  boolean isPublic(String method, String path) {
    return rolesFor(method, path).contains(PUBLIC);
  }

  /** {@code path} is the route's template under /api/v1, such as /complaints/{number}. */
  public boolean allows(Set<String> roles, String method, String path) {
    return rolesFor(method, path).stream()
        .anyMatch(role -> PUBLIC.equals(role) || roles.contains(role));
  }

  /** Every role that may do anything at all. */
  Set<String> roles() {
    return rolesByMethodByPath.values().stream()
        .flatMap(rolesByMethod -> rolesByMethod.entrySet().stream())
        .filter(rule -> !ROWS.equals(rule.getKey()))
        .flatMap(rule -> rule.getValue().stream())
        .filter(role -> !PUBLIC.equals(role))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> rolesFor(String method, String path) {
    return rolesByMethodByPath.getOrDefault(path, Map.of()).getOrDefault(method, List.of());
  }
}
