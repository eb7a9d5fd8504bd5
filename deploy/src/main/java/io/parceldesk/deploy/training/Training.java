package io.parceldesk.deploy.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a service for a while against embedded servers and leaves what the JVM learnt from it as
 * {@code app.aot} beside the service's jar. Started with the JVM of the image: a cache serves no
 * other. Arguments: the directory of the service as it is in the image, and the service's name.
 */
final class Training {
  private static final String CACHE = "app.aot";

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: Training DIRECTORY SERVICE");
      System.exit(2);
    }
    var directory = Path.of(arguments[0]).toAbsolutePath();
    train(directory, arguments[1]);
    var cache = directory.resolve(CACHE);
    if (!Files.exists(cache)) {
      System.err.println("The training left no cache: it needs Java 25 or newer.");
      System.exit(1);
    }
    System.out.printf("%s: %d MB%n", cache, Files.size(cache) >> 20);
    System.exit(0); // the servers' threads are of no more use
  }

  private static void train(Path directory, String service) throws IOException {
    var exercises = Exercise.of(service);
    try (var servers = TrainingServers.start(service);
        var run =
            ServiceRun.start(directory, servers.configuration(), "-XX:AOTCacheOutput=" + CACHE)) {
      run.awaitReady();
      new Trainee(run.address(), servers.tokens()).perform(exercises);
    }
  }

  private Training() {}
}
