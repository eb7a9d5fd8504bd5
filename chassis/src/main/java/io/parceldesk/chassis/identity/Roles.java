package io.parceldesk.chassis.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The platform's roles among those of a token. A token may have many more, which mean nothing here;
 * a role that the configuration renames no longer goes by its own name.
 */
@Singleton
class Roles {
  private final Map<String, Set<String>> ownByProviders = new HashMap<>();

  @Inject
  Roles(Permissions permissions, IdentityConfig config) {
    this(permissions.roles(), config.roles());
  }

  Roles(Set<String> known, Map<String, List<String>> providers) {
    requireKnown(known, providers.keySet());
    for (var role : known) {
      for (var name : providers.getOrDefault(role, List.of(role))) {
        ownByProviders.computeIfAbsent(name, any -> new HashSet<>()).add(role);
      }
    }
  }

  Set<String> of(Set<String> token) {
    return token.stream()
        .flatMap(name -> ownByProviders.getOrDefault(name, Set.of()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireKnown(Set<String> known, Set<String> configured) {
    if (!known.containsAll(configured)) {
      throw new IllegalArgumentException(
          "parceldesk.identity.roles names "
              + new TreeSet<>(configured)
              + ", but the roles are "
              + new TreeSet<>(known));
    }
  }
}
