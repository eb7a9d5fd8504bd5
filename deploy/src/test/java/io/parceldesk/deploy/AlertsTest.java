package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every alert fires when it should and is silent when it should be, as Prometheus reads it. */
class AlertsTest {
  private static final String OBSERVABILITY = "deploy/observability/";

  @Test
  void everyAlertIsTestedToFireAndToBeSilent() throws IOException {
    var alerts = new TreeSet<String>();
    yaml(Project.file(OBSERVABILITY + "alerts.yaml").toFile())
        .findValues("alert")
        .forEach(alert -> alerts.add(alert.asText()));

    assertThat(alerts).hasSizeGreaterThan(20).isEqualTo(tested(true)).isEqualTo(tested(false));
  }

  @Test
  void prometheusReadsTheRulesAndTheDashboardsAndTheTestsPass() throws Exception {
    assumeTrue(
        Project.hasProgram("promtool", "--version"),
        "skipped: there is no promtool on the PATH to check rules with");

    var process =
        new ProcessBuilder(Project.file(OBSERVABILITY + "check.sh").toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
  }

  /** The alerts that some test expects to fire, or not to. */
  private static Set<String> tested(boolean fires) throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.list(Project.file(OBSERVABILITY + "tests"))) {
      for (var file : files.toList()) {
        expectations(yaml(file.toFile()))
            .filter(expected -> expected.path("exp_alerts").isEmpty() != fires)
            .forEach(expected -> names.add(expected.path("alertname").asText()));
      }
    }
    return names;
  }

  private static Stream<JsonNode> expectations(JsonNode file) {
    return StreamSupport.stream(file.path("tests").spliterator(), false)
        .flatMap(test -> StreamSupport.stream(test.path("alert_rule_test").spliterator(), false));
  }

  private static JsonNode yaml(File file) throws IOException {
    return new YAMLMapper().readTree(file);
  }
}
