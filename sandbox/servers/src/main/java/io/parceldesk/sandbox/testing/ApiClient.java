package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the routes of a service, over connections that it keeps. */
final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final JsonNode document;

  ApiClient(URI service) throws IOException, InterruptedException {
    this.service = service;
    var request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")).build();
    document = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  /** Its OpenAPI document. */
  JsonNode document() {
    return document;
  }

  /** A call that whoever may make it is told is wrong, so that it changes nothing. */
  Call malformed(ApiRoute route) {
    return new Call(route, route.anyPath(), "[]");
  }

  /** A call with the least body that the document asks for. */
  Call wellFormed(ApiRoute route, String path) {
    return new Call(route, path, SampleBody.of(route, document));
  }

  Call with(ApiRoute route, String path, String body) {
    return new Call(route, path, body);
  }

  Call get(String path) {
    return new Call(HttpRequest.newBuilder(service.resolve(path)));
  }

  final class Call {
    private final HttpRequest.Builder request;

    private Call(HttpRequest.Builder request) {
      this.request = request;
    }

    private Call(ApiRoute route, String path, String body) {
      request =
          HttpRequest.newBuilder(service.resolve(path))
              .header("Content-Type", SampleBody.contentType(route))
              .method(
                  route.method(),
                  route.isRead() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** {@code token} may be null. */
    Answer as(String token) throws IOException, InterruptedException {
      var asked = request.copy();
      if (token != null) {
        asked.header("Authorization", "Bearer " + token);
      }
      var response = http.send(asked.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValueAsLong("Retry-After").orElse(0));
    }
  }

  /** {@code retryAfter} in seconds, 0 where it is not said. */
  record Answer(int status, String body, long retryAfter) {
    boolean isForbidden() throws IOException {
      return status == 403 && code().equals("forbidden");
    }

    /** Another outlet's row is refused by a code of its own. */
    boolean isOthersRow() throws IOException {
      return status == 403 && code().equals("other-outlet");
    }

    private String code() throws IOException {
      return JSON.readTree(body).path("code").asText();
    }

    @Override
    public String toString() {
      return status + " " + body.substring(0, Math.min(200, body.length()));
    }
  }
}
