package io.parceldesk.chassis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parceldesk.sandbox.testing.DocumentedMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts name what there is, and each alert says what to do. */
class ObservabilityTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path OBSERVABILITY = PROJECT.resolve("deploy/observability");
  private static final DocumentedMetrics METRICS = DocumentedMetrics.read(PROJECT);
  private static final Pattern HEADING = Pattern.compile("^#### (\\w+)$", Pattern.MULTILINE);
  private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)");
  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

  /** What the scraper adds, and the bounds of a histogram. */
  private static final Set<String> ALWAYS = Set.of("application", "pod", "le");

  @Test
  void theListOfMetricsCanBeRead() {
    assertThat(METRICS.all()).hasSizeGreaterThan(40);
    assertThat(METRICS.ofSeries("parceldesk_deadline_fired_total").orElseThrow().labels())
        .containsExactlyInAnyOrder("kind", "rule", "action");
  }

  @Test
  void everyMetricOfOursThatIsListedStandsInTheCode() throws IOException {
    var code = sources();

    for (var metric : METRICS.all()) {
      if (metric.name().startsWith("parceldesk_")) {
        var name = metric.name().replace('_', '.');
        assertThat(code.contains("\"" + name + "\"") || code.contains("\"" + unit(name) + "\""))
            .as(metric.name())
            .isTrue();
      }
    }
  }

  @Test
  void everyQueryOfADashboardNamesWhatThereIs() {
    var queries = 0;
    for (var dashboard : dashboards()) {
      for (var panel : dashboard.path("panels")) {
        for (var target : panel.path("targets")) {
          var where = dashboard.path("title").asText() + ": " + panel.path("title").asText();
          check(where, target.path("expr").asText(), target.path("legendFormat").asText());
          queries++;
        }
      }
      variables(dashboard);
    }
    assertThat(queries).isGreaterThan(40);
  }

  @Test
  void panelsHaveIdsOfTheirOwnAndDoNotCoverEachOther() {
    for (var dashboard : dashboards()) {
      var ids = new HashSet<Integer>();
      var cells = new HashSet<String>();
      for (var panel : dashboard.path("panels")) {
        assertThat(ids.add(panel.path("id").asInt())).isTrue();
        cellsOf(panel.path("gridPos"))
            .forEach(cell -> assertThat(cells.add(cell)).as(panel + " at " + cell).isTrue());
      }
    }
  }

  @Test
  void everyDashboardIsDeployed() {
    var deployed =
        yaml(OBSERVABILITY.resolve("kustomization.yaml")).at("/configMapGenerator/0/files");

    assertThat(deployed)
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            files().map(file -> "dashboards/" + file.getFileName()).toList());
  }

  @Test
  void everyAlertNamesWhatThereIsAndSaysHowBadItIs() {
    for (var alert : alerts()) {
      var name = alert.path("alert").asText();
      check(name, alert.path("expr").asText(), alert.at("/annotations/summary").asText());
      assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
      assertThat(alert.path("for").asText()).as(name).matches("\\d+[mh]");
      assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
    }
  }

  @Test
  void everyAlertHasItsPlaceInTheRunbookAndTheOtherWayRound() {
    var told =
        HEADING
            .matcher(read(PROJECT.resolve("docs/operations.md")))
            .results()
            .map(heading -> heading.group(1))
            .toList();

    assertThat(alerts())
        .extracting(alert -> alert.path("alert").asText())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(told);
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(alert.at("/annotations/runbook_url").asText())
                    .isEqualTo("docs/operations.md#" + alert.path("alert").asText().toLowerCase()));
  }

  private static void check(String where, String query, String legend) {
    var expression = Expression.of(query);
    assertThat(expression.labelsByMetric()).as(where).isNotEmpty();
    var labels = new TreeSet<>(ALWAYS);
    expression
        .labelsByMetric()
        .forEach(
            (series, asked) -> {
              var metric = METRICS.ofSeries(series);
              assertThat(metric).as("%s: %s", where, series).isPresent();
              var known = new TreeSet<>(ALWAYS);
              known.addAll(metric.orElseThrow().labels());
              assertThat(known).as("%s: labels of %s", where, series).containsAll(asked);
              labels.addAll(known);
            });
    assertThat(labels).as("%s groups by", where).containsAll(expression.grouping());
    var shown = expression.grouping().isEmpty() ? labels : new TreeSet<>(expression.grouping());
    LEGEND
        .matcher(legend)
        .results()
        .map(label -> label.group(1))
        .filter(label -> !label.equals("value"))
        .forEach(label -> assertThat(shown).as("%s shows", where).contains(label));
  }

  private static void variables(JsonNode dashboard) {
    for (var variable : dashboard.at("/templating/list")) {
      var query = LABEL_VALUES.matcher(variable.path("query").asText());
      if (query.matches()) {
        check(variable.path("name").asText(), query.group(1), "{{" + query.group(2) + "}}");
      }
    }
  }

  private static List<String> cellsOf(JsonNode at) {
    var cells = new ArrayList<String>();
    for (var x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
      assertThat(x).isLessThan(24);
      for (var y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
        cells.add(x + "," + y);
      }
    }
    return cells;
  }

  private static List<JsonNode> alerts() {
    return StreamSupport.stream(
            yaml(OBSERVABILITY.resolve("alerts.yaml")).at("/spec/groups").spliterator(), false)
        .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
        .toList();
  }

  private static List<JsonNode> dashboards() {
    return files().map(ObservabilityTest::json).toList();
  }

  private static Stream<Path> files() {
    try (var files = Files.list(OBSERVABILITY.resolve("dashboards"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unit(String name) {
    return name.replaceAll("\\.seconds$", "");
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(PROJECT, 20)) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
          .map(ObservabilityTest::read)
          .collect(Collectors.joining());
    }
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
