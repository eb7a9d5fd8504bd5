package io.parceldesk.sandbox.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Apache Kafka in a child JVM on a class path of its own, with the platform's topics. The child
 * ends when this JVM ends, however that happens.
 */
public final class BrokerProcess implements Broker {
  private static final long START_SECONDS = 90; // 2 s on an idle machine
  private static final long STOP_SECONDS = 20;

  private final Settings settings;
  private final int port;
  private Process process;

  /**
   * Where the broker listens and what it keeps.
   *
   * @param port 0 picks a free one
   * @param directory holds the records; kept from one start to the next
   * @param log what the broker says about itself
   */
  public record Settings(int port, Path directory, Path log) {
    /** A broker for the life of this JVM. */
    public static Settings temporary() {
      var directory = TemporaryDirectory.create("parceldesk-kafka");
      return new Settings(0, directory.resolve("logs"), directory.resolve("kafka.log"));
    }
  }

  public static BrokerProcess start(Settings settings) {
    QuietLogs.arrange();
    var port = settings.port() == 0 ? Loopback.freePort() : settings.port();
    Loopback.requireFree(port, "Kafka");
    var broker = new BrokerProcess(settings, port);
    broker.resume();
    BrokerTopics.create(broker.bootstrapServers());
    return broker;
  }

  private BrokerProcess(Settings settings, int port) {
    this.settings = settings;
    this.port = port;
  }

  @Override
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port;
  }

  /** The process, so that a supervisor can see it end. */
  public Process process() {
    return process;
  }

  @Override
  public void halt() {
    process.destroyForcibly();
    await(process);
  }

  @Override
  public void resume() {
    try {
      process = launch();
      awaitReady(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!await(process)) {
      process.destroyForcibly();
    }
  }

  private Process launch() throws IOException {
    Files.createDirectories(settings.directory());
    var builder = new ProcessBuilder(ChildJvm.ignoringInterrupts(command()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    return builder.start();
  }

  private List<String> command() {
    var target = BrokerDirectory.find();
    return List.of(
        ChildJvm.java(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        target.resolve("classes") + java.io.File.pathSeparator + target.resolve("lib") + "/*",
        "io.parceldesk.sandbox.broker.Broker",
        Integer.toString(port),
        Integer.toString(Loopback.freePort()),
        settings.directory().toString());
  }

  private void awaitReady(Process child) {
    var ready = CompletableFuture.supplyAsync(() -> saysReady(child.inputReader()));
    try {
      if (!ready.get(START_SECONDS, TimeUnit.SECONDS)) {
        throw new ServerUnavailable("Kafka ended at once; see " + settings.log() + ".");
      }
    } catch (TimeoutException | ExecutionException e) {
      child.destroyForcibly();
      throw new ServerUnavailable("Kafka did not start; see " + settings.log() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("The start of Kafka was interrupted.", e);
    }
  }

  private static boolean saysReady(BufferedReader output) {
    return output.lines().anyMatch("READY"::equals);
  }

  private static boolean await(Process child) {
    try {
      return child.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
