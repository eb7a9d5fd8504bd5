package io.parceldesk.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.launcher.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests to the replicas of a service in turn, as an ingress does: connections are kept
 * alive, a replica that is not ready or accepts no connection is passed over, and nothing else is
 * tried twice. The client behind it obeys a 503 that says when to come back.
 */
final class Ingress implements AutoCloseable {
  private static final int PATIENT_TRIES = 10;
  private static final long BETWEEN_PROBES_MILLIS = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ServiceProcess> replicas;
  private final Set<ServiceProcess> ready = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Ingress(List<ServiceProcess> replicas) {
    this.replicas = replicas;
    ready.addAll(replicas);
    probes.scheduleWithFixedDelay(
        () -> replicas.forEach(this::probe), 0, BETWEEN_PROBES_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    probes.shutdownNow();
  }

  private void probe(ServiceProcess replica) {
    if (replica.isReady()) {
      ready.add(replica);
    } else {
      ready.remove(replica);
    }
  }

  /** Posts once, with its idempotency key, and again only where the answer asks for it. */
  JsonPath post(String role, String path, String key, Map<String, Object> form)
      throws IOException, InterruptedException {
    HttpResponse<String> response;
    var tries = 0;
    do {
      response = sendToOne(role, path, key, JSON.writeValueAsString(form));
    } while (comesBack(response) && ++tries < PATIENT_TRIES);
    if (response.statusCode() >= 300) {
      throw new IOException(path + ": " + response.statusCode() + " " + response.body());
    }
    return new JsonPath(response.body());
  }

  private static boolean comesBack(HttpResponse<String> response) {
    var after = response.headers().firstValueAsLong("Retry-After");
    if (response.statusCode() != 503 || after.isEmpty()) {
      return false;
    }
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(after.getAsLong(), TimeUnit.SECONDS))
        .join(); // the answer asks for it
    return true;
  }

  private HttpResponse<String> sendToOne(String role, String path, String key, String body)
      throws IOException, InterruptedException {
    var first = turn.getAndIncrement();
    for (var i = 0; ; i++) {
      var replica = replicas.get((first + i) % replicas.size());
      if (i >= replicas.size()) {
        throw new IOException("No replica is ready for " + path);
      }
      if (ready.contains(replica)) {
        try {
          return http.send(request(replica, role, path, key, body), BodyHandlers.ofString());
        } catch (ConnectException e) {
          ready.remove(replica);
        }
      }
    }
  }

  private static HttpRequest request(
      ServiceProcess replica, String role, String path, String key, String body)
      throws JsonProcessingException {
    return HttpRequest.newBuilder(URI.create(replica.url() + "/api/v1" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + Desk.tokenOf(role))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
