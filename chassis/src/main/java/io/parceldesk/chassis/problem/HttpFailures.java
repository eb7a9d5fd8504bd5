package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.shutdown.Draining;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Gives failures that happen before a resource is reached (a bad token, too large a body, a replica
 * that stops) a problem body.
 */
@ApplicationScoped
class HttpFailures {
  private static final int AFTER_THE_SERVERS_OWN_LIMIT =
      RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  private static final long READ_AHEAD = 1024 * 1024;
  private static final Problem STOPPING =
      Problem.of(
          503,
          "stopping",
          "This replica is stopping; another one answers",
          Map.of(Problem.RETRY_AFTER, 1));

  private final ObjectMapper json;
  private final BodyLimits limits;
  private final Draining draining;

  HttpFailures(ObjectMapper json, BodyLimits limits, Draining draining) {
    this.json = json;
    this.limits = limits;
    this.draining = draining;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::refuseWhileStopping);
    router.route().order(Integer.MIN_VALUE + 1).handler(this::refuseTooLarge);
    router.route().order(AFTER_THE_SERVERS_OWN_LIMIT).handler(this::limitUnannounced);
    router.route().failureHandler(this::answer);
  }

  /** Health and metrics are told to the end. */
  private void refuseWhileStopping(RoutingContext request) {
    if (draining.hasBegun()) {
      request.response().putHeader("connection", "close");
    }
    if (draining.sendsAway() && !request.normalizedPath().startsWith("/q/")) {
      send(request, STOPPING);
    } else {
      request.next();
    }
  }

  /**
   * A body without a length is counted as it is read, by {@link UnannouncedBodies}; the server's
   * own limit stands behind that, as the server counts what it has read ahead and refuses without a
   * word.
   */
  private void limitUnannounced(RoutingContext request) {
    request.put(
        VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limits.of(request.normalizedPath()) + READ_AHEAD);
    request.next();
  }

  /** Before the server does it without a word. */
  private void refuseTooLarge(RoutingContext request) {
    var length = request.request().getHeader("content-length");
    if (length != null && Long.parseLong(length) > limits.of(request.normalizedPath())) {
      request.response().putHeader("connection", "close");
      send(request, Problem.of(413, "body-too-large", "The request body is too large"));
    } else {
      request.next();
    }
  }

  private void answer(RoutingContext request) {
    if (request.response().ended()) {
      return;
    }
    if (request.failure() instanceof AuthenticationException
        || request.failure() instanceof AuthenticationFailedException) {
      send(request, unauthenticated(request.failure()));
    } else if (request.statusCode() == 413) {
      send(request, Problem.of(413, "body-too-large", "The request body is too large"));
    } else {
      request.next();
    }
  }

  private static Problem unauthenticated(Throwable failure) {
    return ProviderFailure.isOutage(failure)
        ? ProviderFailure.PROBLEM
        : Problem.of(401, "unauthenticated", "The bearer token is missing or not valid");
  }

  private void send(RoutingContext request, Problem problem) {
    var response =
        request
            .response()
            .setStatusCode(problem.status())
            .putHeader("content-type", Problem.MEDIA_TYPE.toString());
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503) {
      response.putHeader("Retry-After", problem.retryAfter().toString());
    }
    try {
      response.end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
