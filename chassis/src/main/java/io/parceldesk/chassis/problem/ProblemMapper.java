package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.quarkus.oidc.OIDCException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer: a problem, never a stack trace. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response refused(DomainException refusal) {
    return Problem.of(refusal).toResponse();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    // the path begins with the method's and the parameter's name
    return refused(InvalidBody.of(e.getConstraintViolations(), 2));
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return unreadable((Throwable) e);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e) {
    return unreadable((Throwable) e);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable((Throwable) unreadable);
    }
    if (e.getCause() instanceof DomainException refusal) {
      return refused(refusal); // a path or query parameter that its type does not accept
    }
    var status = e.getResponse().getStatus();
    var code =
        switch (status) {
          case 400 -> "malformed-request";
          case 401 -> "unauthenticated";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 413 -> "body-too-large";
          case 415 -> "unsupported-media-type";
          default -> "request-failed";
        };
    return Problem.of(status, code, detailOf(status)).toResponse();
  }

  @ServerExceptionMapper
  Response tooLarge(BodyTooLarge e) {
    return Problem.of(413, "body-too-large", e.getMessage()).toResponse();
  }

  /** The provider has not been reached since the start, so that no token can be checked. */
  @ServerExceptionMapper
  Response unchecked(OIDCException e) {
    LOG.warn("The OpenID provider does not answer", e);
    return ProviderFailure.PROBLEM.toResponse();
  }

  @ServerExceptionMapper
  Response unexpected(Exception e) {
    if (DatabaseFailure.isOutage(e)) {
      LOG.warn("The database does not answer", e);
      return Problem.of(503, "temporarily-unavailable", "Nothing was changed; try again shortly")
          .toResponse();
    }
    if (DatabaseFailure.isOutOfRange(e)) {
      return Problem.of(422, "number-too-large", "A number is too large; nothing was changed")
          .toResponse();
    }
    LOG.error("Unexpected failure", e);
    return Problem.of(500, "internal-error", "The failure was logged; nothing was changed")
        .toResponse();
  }

  private Response unreadable(Throwable e) {
    if (e instanceof JsonProcessingException json && UnreadableJson.hasPlace(json)) {
      return refused(InvalidBody.unreadable(json));
    }
    return Problem.of(400, "malformed-json", "The request body is not well-formed JSON")
        .toResponse();
  }

  private static String detailOf(int status) {
    var known = Response.Status.fromStatusCode(status);
    return known == null ? "The request failed" : known.getReasonPhrase();
  }
}
