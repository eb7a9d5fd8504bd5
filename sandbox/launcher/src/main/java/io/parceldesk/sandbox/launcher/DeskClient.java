package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody with a token who talks to the platform over HTTP, as any program would. */
final class DeskClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String token;

  /** An answer: its status, and its body where that is JSON. */
  record Answer(String request, int status, JsonNode body) {
    /** The body; whatever is not a success ends the conversation. */
    JsonNode expectSuccess() {
      if (status >= 300) {
        throw new UnexpectedAnswer(request + " was answered " + status + ": " + body);
      }
      return body;
    }
  }

  /** The platform said something else than it should. */
  static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedAnswer(String message) {
      super(message);
    }
  }

  DeskClient(String token) {
    this.token = token;
  }

  Answer get(String url) {
    return send(request(url).GET().build());
  }

  Answer post(String url, Object body) {
    return post(url, "application/json", json(body));
  }

  Answer put(String url, Object body) {
    return send(
        request(url)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json(body)))
            .build());
  }

  Answer post(String url, String contentType, String body) {
    return send(
        request(url)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      var said = request.method() + " " + request.uri();
      return new Answer(said, response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
