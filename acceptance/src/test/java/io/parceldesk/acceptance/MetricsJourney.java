package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.testing.DocumentedMetrics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running services tell what docs/metrics.md says, and nothing about a single case or person.
 */
class MetricsJourney {
  private static final DocumentedMetrics METRICS =
      DocumentedMetrics.read(Path.of(System.getProperty("parceldesk.home")));
  private static final Pattern SAMPLE =
      Pattern.compile("^(\\w+)(?:\\{([^}]*(?:\\{[^}]*\\}[^}]*)*)\\})? ", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SINGLE =
      Pattern.compile("[A-Z]{3}-\\d{6}-\\d{5,}|\\d{7,}|LLT-[A-Z]+-\\d|@|[0-9a-f]{8}-[0-9a-f]{4}-");

  /** Of every metric, and of histograms. */
  private static final Set<String> ALWAYS = Set.of("application", "le");

  @ParameterizedTest
  @EnumSource(Service.class)
  void areThoseOfTheList(Service service) {
    RunningPlatform.get();
    var name = service.directory().replace("-service", "");
    var expected =
        METRICS.all().stream()
            .filter(metric -> metric.isOf(name) && !metric.later())
            .flatMap(metric -> metric.series().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    await()
        .atMost(Desk.PATIENCE)
        .untilAsserted(() -> assertThat(labelsBySeries(service)).containsKeys(keys(expected)));

    labelsBySeries(service)
        .forEach(
            (series, labels) -> {
              var metric = METRICS.ofSeries(series);
              if (series.startsWith("parceldesk_")) {
                assertThat(metric).as("%s of %s", series, service).isPresent();
                assertThat(metric.orElseThrow().isOf(name)).as(series).isTrue();
              }
              metric.ifPresent(known -> assertLabels(series, known.labels(), labels));
            });
  }

  @Test
  void aJourneyLeavesNoNumberInALabel() {
    var complaint = Complaint.about("DAMAGE").against("LLT-SH-01").register();
    Desk.get("agent", Service.COMPLAINT, complaint.path());
    Desk.get("agent", Service.COMPLAINT, "/complaints/CMP-000000-00000X");
    Desk.get("agent", Service.COMPLAINT, "/nothing/" + complaint.phone());
    Desk.post(
        "supervisor",
        Service.COMPLAINT,
        complaint.path() + "/escalations",
        Map.of("level", 1, "reason", "CUSTOMER_INSISTS"));
    Inbox.awaitDifferentSms(complaint.phone(), 2);

    for (var service : Service.values()) {
      var text = scrape(service);
      SAMPLE
          .matcher(text)
          .results()
          .filter(sample -> !sample.group(1).startsWith("kafka_") && sample.group(2) != null)
          .flatMap(sample -> LABEL.matcher(sample.group(2)).results())
          .map(label -> label.group(2))
          .distinct()
          .forEach(value -> assertThat(SINGLE.matcher(value).find()).as(value).isFalse());
      assertThat(text).doesNotContain(complaint.number(), complaint.phone());
      seriesOfOurs(text)
          .forEach((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(500));
    }
  }

  private static Map<String, Long> seriesOfOurs(String text) {
    return SAMPLE
        .matcher(text)
        .results()
        .map(sample -> sample.group(1))
        .filter(name -> name.startsWith("parceldesk_"))
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private static void assertLabels(String series, Set<String> known, Set<String> found) {
    var allowed = new TreeSet<>(known);
    allowed.addAll(ALWAYS);
    assertThat(allowed).as("labels of " + series).containsAll(found);
    assertThat(found).as("labels of " + series).containsAll(known).contains("application");
  }

  private static Map<String, Set<String>> labelsBySeries(Service service) {
    var labels = new TreeMap<String, Set<String>>();
    SAMPLE
        .matcher(scrape(service))
        .results()
        .forEach(
            sample ->
                labels
                    .computeIfAbsent(sample.group(1), name -> new TreeSet<>())
                    .addAll(
                        sample.group(2) == null
                            ? Set.of()
                            : LABEL
                                .matcher(sample.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .toList()));
    return labels;
  }

  private static String scrape(Service service) {
    return given()
        .accept("text/plain")
        .get(RunningPlatform.get().ports().url(service) + "/q/metrics")
        .asString();
  }

  private static String[] keys(Set<String> names) {
    return names.toArray(String[]::new);
  }
}
