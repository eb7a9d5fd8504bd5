package io.parceldesk.deploy.training;

import io.parceldesk.sandbox.servers.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A service that has to answer; a refused exercise means that the training is out of date. */
final class Trainee {
  /** Enough for the JVM to know its hot methods, and few seconds. */
  private static final int ROUNDS = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final TokenIssuer tokens;

  Trainee(URI address, TokenIssuer tokens) {
    this.address = address;
    this.tokens = tokens;
  }

  void perform(List<Exercise> exercises) {
    for (var round = 0; round < ROUNDS; round++) {
      exercises.forEach(this::perform);
    }
  }

  private void perform(Exercise exercise) {
    try {
      var response = http.send(request(exercise), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s was answered %d: %s"
                .formatted(
                    exercise.method(), exercise.path(), response.statusCode(), response.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The training was interrupted.", e);
    }
  }

  private HttpRequest request(Exercise exercise) {
    var request = HttpRequest.newBuilder(address.resolve(exercise.path()));
    if (exercise.role() != null) {
      request.header("Authorization", "Bearer " + tokens.token(exercise.role(), null, null));
    }
    if (exercise.body() == null) {
      return request.method(exercise.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(exercise.method(), BodyPublishers.ofString(exercise.body().toString()))
        .build();
  }
}
