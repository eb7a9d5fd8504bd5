package io.parceldesk.chassis.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body that comes without a length is counted while it is read, so that one that is too large
 * gets its problem: the server's own limit ends the answer without a word.
 */
@Singleton
class UnannouncedBodies {
  private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH");

  private final BodyLimits limits;

  UnannouncedBodies(BodyLimits limits) {
    this.limits = limits;
  }

  @ServerRequestFilter(preMatching = true)
  public void count(ContainerRequestContext request, RoutingContext route) {
    if (WITH_A_BODY.contains(request.getMethod())
        && route.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
      request.setEntityStream(
          new CountedStream(
              request.getEntityStream(),
              limits.of(route.normalizedPath()),
              () -> route.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)));
    }
  }
}
