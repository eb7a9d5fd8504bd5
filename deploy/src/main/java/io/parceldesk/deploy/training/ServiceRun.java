package io.parceldesk.deploy.training;

import io.parceldesk.sandbox.servers.ChildJvm;
import io.parceldesk.sandbox.servers.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The service, started as in the image, with what the JVM is told about the cache besides. */
final class ServiceRun implements AutoCloseable {
  private static final int READY_SECONDS = 180;
  private static final int LOOK_MILLIS = 20;
  private static final int STOP_SECONDS = 300; // the cache is put together after the stop

  private final Process process;
  private final URI address;

  static ServiceRun start(Path directory, Map<String, String> configuration, String... options)
      throws IOException {
    var port = Loopback.freePort();
    var properties = new Properties();
    properties.putAll(configuration);
    properties.put("quarkus.http.host", Loopback.HOST);
    properties.put("quarkus.http.port", Integer.toString(port));
    var file = Files.createTempFile("service", ".properties");
    try (var output = Files.newOutputStream(file)) {
      properties.store(output, null);
    }
    var builder = new ProcessBuilder(command(options)).directory(directory.toFile()).inheritIO();
    builder.environment().put("QUARKUS_CONFIG_LOCATIONS", file.toString());
    return new ServiceRun(builder.start(), URI.create("http://127.0.0.1:" + port));
  }

  private ServiceRun(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  private static List<String> command(String... options) {
    var command = new ArrayList<>(List.of(ChildJvm.java(), "@java-options"));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    return command;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  URI address() {
    return address;
  }

  void awaitReady() {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!isReady()) {
      if (hasEndedWithin(LOOK_MILLIS) || System.nanoTime() > deadline) {
        throw new IllegalStateException("The service did not become ready.");
      }
    }
  }

  /** Stops it as Kubernetes would, and waits for the cache. */
  @Override
  public void close() {
    process.destroy();
    if (!hasEndedWithin(TimeUnit.SECONDS.toMillis(STOP_SECONDS))) {
      process.destroyForcibly();
      throw new IllegalStateException("The service did not stop.");
    }
  }

  private boolean isReady() {
    var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted.", e);
    }
  }

  private boolean hasEndedWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted.", e);
    }
  }
}
