package io.parceldesk.chassis.identity;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds every route under /api/v1 to {@link Permissions}. */
@Singleton
class PermissionFilter {
  static final String API = "/api/v1";

  private final Permissions permissions;
  private final SecurityIdentity identity;
  private final CurrentCaller caller;
  private final Map<Route, String> templates = new ConcurrentHashMap<>();

  PermissionFilter(Permissions permissions, SecurityIdentity identity, CurrentCaller caller) {
    this.permissions = permissions;
    this.identity = identity;
    this.caller = caller;
  }

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo route) {
    var template =
        templates.computeIfAbsent(
            new Route(route.getResourceClass(), route.getResourceMethod()), Route::template);
    if (!template.startsWith(API)) {
      return;
    }
    var path = template.substring(API.length());
    if (permissions.isPublic(request.getMethod(), path)) {
      return;
    }
    if (identity.isAnonymous()) {
      throw new DomainException(401, "unauthenticated", "A bearer token is required");
    }
    var asking = caller.get();
    if (!permissions.allows(asking.roles(), request.getMethod(), path)) {
      throw new DomainException(403, "forbidden", "None of the caller's roles may do this");
    }
    if (asking.isOutletOnly() && asking.outlet() == null) {
      throw new DomainException(
          403,
          "outlet-missing",
          "Role outlet needs a token that names the outlet, in its claim " + caller.outletClaim());
    }
  }

  /** The class matters too: a case resource inherits methods from the chassis. */
  private record Route(Class<?> resource, Method method) {
    String template() {
      var onClass = resource.getAnnotation(Path.class);
      var onMethod = method.getAnnotation(Path.class);
      var joined =
          "/"
              + (onClass == null ? "" : onClass.value())
              + "/"
              + (onMethod == null ? "" : onMethod.value());
      var normal = joined.replaceAll("/{2,}", "/");
      return normal.endsWith("/") ? normal.substring(0, normal.length() - 1) : normal;
    }
  }
}
