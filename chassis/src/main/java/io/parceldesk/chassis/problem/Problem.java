package io.parceldesk.chassis.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An HTTP error body as of RFC 9457, with a {@code code} that programs can switch on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonAnyGetter Map<String, Object> members) {

  /** The extension member that says how long to wait; five seconds where it is missing. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  public static Problem of(int status, String code, String detail, Map<String, Object> members) {
    return new Problem(
        "urn:parceldesk:problem:" + code, titleOf(status, code), status, detail, code, members);
  }

  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, Map.of());
  }

  public static Problem of(DomainException refusal) {
    return of(refusal.status(), refusal.code(), refusal.getMessage(), refusal.members());
  }

  public Response toResponse() {
    var response = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (status == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (status == 503 || status == 429) {
      response.header("Retry-After", retryAfter());
    }
    return response.build();
  }

  Object retryAfter() {
    return members.getOrDefault(RETRY_AFTER, 5);
  }

  private static String titleOf(int status, String code) {
    var known = Response.Status.fromStatusCode(status);
    return known == null ? code.replace('-', ' ') : known.getReasonPhrase();
  }
}
