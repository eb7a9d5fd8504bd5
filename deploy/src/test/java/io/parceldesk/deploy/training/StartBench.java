package io.parceldesk.deploy.training;

import static io.parceldesk.deploy.training.PreparedImages.MEMORY;
import static io.parceldesk.deploy.training.PreparedImages.WITHOUT_CACHE;
import static io.parceldesk.deploy.training.PreparedImages.WITH_CACHE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How soon a service is ready on the command line of its image, and what that costs, with its AOT
 * cache and without. The first start, which migrates, is not counted. Linux only.
 */
class StartBench {
  private static final int STARTS = Integer.getInteger("parceldesk.starts", 5);

  /** One start, until the service said that it is ready. */
  private record Start(Duration elapsed, Duration cpu, long residentMegabytes) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"inquiry-service", "complaint-service", "claims-service", "notification-service"})
  void start(String service) throws IOException {
    try (var servers = TrainingServers.start(service)) {
      start(service, servers, WITHOUT_CACHE);
      var with = new ArrayList<Start>();
      var without = new ArrayList<Start>();
      for (var i = 0; i < STARTS; i++) {
        with.add(start(service, servers, WITH_CACHE));
        without.add(start(service, servers, WITHOUT_CACHE));
      }
      print(service, "with", with);
      print(service, "without", without);
    }
  }

  private static Start start(String service, TrainingServers servers, String cache)
      throws IOException {
    var begun = System.nanoTime();
    try (var run =
        ServiceRun.start(
            PreparedImages.directory(service), servers.configuration(), MEMORY, cache)) {
      run.awaitReady();
      var elapsed = Duration.ofNanos(System.nanoTime() - begun);
      return new Start(
          elapsed,
          run.process().info().totalCpuDuration().orElse(Duration.ZERO),
          residentMegabytes(run.process().pid()));
    }
  }

  private static long residentMegabytes(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  private static void print(String service, String how, List<Start> starts) {
    System.out.printf(
        Locale.ROOT,
        "%s %s the cache: ready after %.2f s, at most %.2f s; CPU %.1f s; resident %d MB (medians"
            + " of %d)%n",
        service,
        how,
        seconds(median(starts.stream().map(Start::elapsed).toList())),
        seconds(starts.stream().map(Start::elapsed).max(Duration::compareTo).orElseThrow()),
        seconds(median(starts.stream().map(Start::cpu).toList())),
        median(starts.stream().map(Start::residentMegabytes).toList()),
        starts.size());
  }

  private static <T extends Comparable<T>> T median(List<T> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
