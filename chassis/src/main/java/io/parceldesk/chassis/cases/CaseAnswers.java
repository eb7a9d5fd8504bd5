package io.parceldesk.chassis.cases;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * How a case is answered over HTTP: its view, its version as ETag, and where it is when it is new.
 */
public final class CaseAnswers {
  private CaseAnswers() {}

  /** 201 with Location. */
  public static <V> RestResponse<V> created(Cases<?> cases, CaseFile<?> file, V view) {
    return ResponseBuilder.create(Status.CREATED, view)
        .header(HttpHeaders.LOCATION, "/api/v1" + cases.path() + "/" + file.subject().number())
        .header(HttpHeaders.ETAG, etag(file))
        .build();
  }

  public static <V> RestResponse<V> ok(CaseFile<?> file, V view) {
    return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag(file)).build();
  }

  private static String etag(CaseFile<?> file) {
    return "\"" + file.subject().version() + "\"";
  }
}
