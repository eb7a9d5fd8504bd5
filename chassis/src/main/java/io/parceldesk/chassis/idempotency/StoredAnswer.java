package io.parceldesk.chassis.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer as it was given the first time. */
record StoredAnswer(byte[] requestHash, int status, String location, String etag, String body) {
  RestResponse<Object> replay() {
    var response = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status));
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    if (etag != null) {
      response.header(HttpHeaders.ETAG, etag);
    }
    return response
        .header("Idempotent-Replayed", "true")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity((Object) body)
        .build();
  }
}
