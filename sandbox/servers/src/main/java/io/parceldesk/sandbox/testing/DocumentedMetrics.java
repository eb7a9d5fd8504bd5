package io.parceldesk.sandbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of docs/metrics.md, for whoever holds services, dashboards and alerts to it. */
public final class DocumentedMetrics {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(?<name>\\w+)` \\| (?<type>\\w+) \\| (?<labels>[\\w, ]*)\\| (?<services>[\\w, ]+)"
              + " \\| (?<what>.+) \\|$",
          Pattern.MULTILINE);
  private static final Map<String, List<String>> SUFFIXES =
      Map.of(
          "counter", List.of("_total"),
          "gauge", List.of(""),
          "sampled", List.of(""),
          "timer", List.of("_count", "_sum", "_max"),
          "summary", List.of("_count", "_sum", "_max"),
          "histogram", List.of("_count", "_sum", "_max", "_bucket"));

  private final List<Metric> all;

  private DocumentedMetrics(List<Metric> all) {
    this.all = all;
  }

  /**
   * A row of the list.
   *
   * @param labels besides the application
   * @param services without the ending; empty: all
   * @param later whether the series appears with the first event only
   */
  public record Metric(
      String name, String type, Set<String> labels, Set<String> services, boolean later) {
    /** As Prometheus sees them. */
    public List<String> series() {
      return SUFFIXES.get(type).stream().map(suffix -> name + suffix).toList();
    }

    public boolean isOf(String service) {
      return services.contains("all") || services.contains(service);
    }

    private static Metric of(MatchResult row) {
      return new Metric(
          row.group(1),
          row.group(2),
          words(row.group(3)),
          words(row.group(4)),
          row.group(5).endsWith("; later"));
    }

    private static Set<String> words(String list) {
      return Arrays.stream(list.split(","))
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  public static DocumentedMetrics read(Path project) {
    try {
      var text = Files.readString(project.resolve("docs/metrics.md"));
      return new DocumentedMetrics(ROW.matcher(text).results().map(Metric::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Metric> all() {
    return all;
  }

  public Optional<Metric> ofSeries(String name) {
    return Optional.ofNullable(bySeries().get(name));
  }

  private Map<String, Metric> bySeries() {
    var series = new TreeMap<String, Metric>();
    all.forEach(metric -> metric.series().forEach(name -> series.put(name, metric)));
    return series;
  }
}
