package io.parceldesk.chassis.trace;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A line for each request that may have changed something, and with DEBUG for every other. It names
 * the route's template and never the path, which may hold a waybill or a code (REG-10); the case is
 * in the line's context.
 */
@Singleton
class RequestLog {
  private static final Logger LOG = Logger.getLogger("io.parceldesk.requests");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String STARTED = "parceldesk.started";
  private static final String TEMPLATE = "UrlPathTemplate"; // Quarkus keeps it for its metrics

  @ServerRequestFilter
  public void begin(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
    var number = request.getUriInfo().getPathParameters().getFirst("number");
    if (number != null) {
      CaseLog.begin(number);
    }
  }

  @ServerResponseFilter
  public void end(ContainerRequestContext request, ContainerResponseContext response) {
    var level = READS.contains(request.getMethod()) ? Level.DEBUG : Level.INFO;
    if (LOG.isEnabled(level)) {
      LOG.logf(
          level,
          "%s %s %d in %d ms",
          request.getMethod(),
          template(),
          response.getStatus(),
          millisSince(request.getProperty(STARTED)));
    }
    MDC.remove(CaseLog.KEY);
  }

  private static String template() {
    var context = Vertx.currentContext();
    var template = context == null ? null : context.<String>getLocal(TEMPLATE);
    return template == null ? "an unknown route" : template;
  }

  /** A request that was refused before it came here took no time. */
  private static long millisSince(Object started) {
    return started instanceof Long nanos
        ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos)
        : 0;
  }
}
