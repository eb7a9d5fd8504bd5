package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.ChildJvm;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One service as a child JVM, tuned for a quick start and little memory. */
public final class ServiceProcess {
  private static final int READY_SECONDS = 180; // on the slowest machine
  private static final int STOP_SECONDS = 15;
  private static final int LAST_LINES = 25;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Service service;
  private final String url;
  private final Path jar;
  private final Path workingDirectory;
  private final Path log;
  private final URI ready;
  private final Consumer<ServiceProcess> ended;
  private volatile Process process;
  private volatile boolean expectedToRun;

  /**
   * @param workingDirectory holds {@code config/application.properties}, which Quarkus reads
   * @param url where it will listen
   * @param ended told when the service ends although nobody asked it to
   */
  ServiceProcess(
      Service service,
      Path home,
      Path workingDirectory,
      Path log,
      String url,
      Consumer<ServiceProcess> ended) {
    this.service = service;
    this.jar = home.resolve(service.directory()).resolve("target/quarkus-app/quarkus-run.jar");
    this.workingDirectory = workingDirectory;
    this.log = log;
    this.url = url;
    this.ready = URI.create(url + "/q/health/ready");
    this.ended = ended;
  }

  public Service service() {
    return service;
  }

  public String url() {
    return url;
  }

  public long pid() {
    return process.pid();
  }

  /** Starts it; {@link #awaitReady} says when it serves. */
  public void launch() {
    if (!Files.exists(jar)) {
      throw new ServerUnavailable(service.directory() + " is not built: run ./mvnw package first.");
    }
    try {
      process =
          new ProcessBuilder(ChildJvm.ignoringInterrupts(command()))
              .directory(workingDirectory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    expectedToRun = true;
  }

  /** Returns once the service says that it is ready. */
  public void awaitReady() {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!isReady()) {
      if (endsWithin(Duration.ofMillis(200))) {
        throw new ServerUnavailable(
            "%s did not start; its last lines:%n%s".formatted(service.directory(), lastLines()));
      }
      if (System.nanoTime() > deadline) {
        throw new ServerUnavailable(
            "%s is not ready after %d seconds; see %s."
                .formatted(service.directory(), READY_SECONDS, log));
      }
    }
    var watched = process;
    watched.onExit().thenAcceptAsync(this::tellOfEnd);
  }

  /** Kills it at once, with no chance to tidy up. */
  public void kill() {
    expectedToRun = false;
    process.destroyForcibly();
    endsWithin(Duration.ofSeconds(STOP_SECONDS));
  }

  /** Asks it to stop; {@link #awaitStop} says when it has. */
  public void stop() {
    expectedToRun = false;
    if (process != null) {
      process.destroy();
    }
  }

  /** Whether it ended by itself; who takes too long is killed. */
  public boolean awaitStop() {
    if (process != null && !endsWithin(Duration.ofSeconds(STOP_SECONDS))) {
      process.destroyForcibly();
      return false;
    }
    return true;
  }

  /** How it ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** The end of its log, for whoever has to find out why. */
  String lastLines() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + log + " is unreadable)";
    }
  }

  private void tellOfEnd(Process ofThis) {
    if (expectedToRun && ofThis == process) {
      ended.accept(this);
    }
  }

  private List<String> command() {
    return List.of(
        ChildJvm.java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx192m",
        "-Xss512k",
        "-Dfile.encoding=UTF-8",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-cp",
        ownClasses() + File.pathSeparator + jar,
        ServiceMain.class.getName());
  }

  private static Path ownClasses() {
    try {
      return Path.of(ServiceMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What its readiness probe says at this moment. */
  public boolean isReady() {
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("The start was interrupted.", e);
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
