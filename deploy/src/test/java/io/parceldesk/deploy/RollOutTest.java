package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order in which roll-out.sh asks for things, with a cluster that only writes down what it was
 * asked for and whose Jobs end as they are told.
 */
class RollOutTest {
  private static final String CLUSTER =
      """
      #!/bin/sh
      echo "$*" | sed 's/ -f [^ ]*//' >>"$CALLS"
      case "$*" in
        kustomize*) exec "$KUBECTL" "$@" ;;
        *"get job $FAILS "*Failed*) echo True ;;
        *"get job $FAILS "*) ;;
        *"get job "*Complete*) echo True ;;
      esac
      """;

  @TempDir Path directory;

  @BeforeEach
  void needsKubectl() throws Exception {
    assumeTrue(OverlaysTest.hasKubectl(), "skipped: there is no kubectl to render overlays with");
  }

  @Test
  void migratesEveryDatabaseBeforeAnyServiceChanges() throws Exception {
    assertThat(rollOut("none")).isZero();

    assertThat(calls())
        .containsSubsequence(
            "apply -l !app.kubernetes.io/component",
            "--namespace parceldesk wait --for=condition=Ready kafka/parceldesk --timeout=15m",
            "--namespace parceldesk wait --for=condition=Ready"
                + " cluster.postgresql.cnpg.io/parceldesk-db --timeout=15m",
            "--namespace parceldesk delete job -l app.kubernetes.io/component=migration"
                + " --ignore-not-found",
            "apply -l app.kubernetes.io/component=migration",
            "apply -l app.kubernetes.io/component=service",
            "--namespace parceldesk rollout status deployment/notification-service --timeout=15m");
    var services = calls().indexOf("apply -l app.kubernetes.io/component=service");
    for (var service : Service.values()) {
      assertThat(calls().subList(0, services))
          .anyMatch(call -> call.contains("get job " + service.directory() + "-migration"));
    }
  }

  @Test
  void leavesTheRunningVersionWhenAMigrationFails() throws Exception {
    assertThat(rollOut("claims-service-migration")).isEqualTo(1);

    assertThat(calls())
        .contains("--namespace parceldesk logs job/claims-service-migration --tail=40")
        .doesNotContain("apply -l app.kubernetes.io/component=service");
  }

  private int rollOut(String fails) throws IOException, InterruptedException {
    var kubectl = directory.resolve("kubectl");
    Files.writeString(kubectl, CLUSTER);
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    var process =
        new ProcessBuilder(
                Project.file("deploy/kubernetes/roll-out.sh").toString(),
                Project.file("deploy/kubernetes/overlays/prod").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile());
    process.environment().put("KUBECTL", realKubectl());
    process.environment().merge("PATH", directory + ":", (path, ours) -> ours + path);
    process.environment().put("CALLS", directory.resolve("calls").toString());
    process.environment().put("FAILS", fails);
    return process.start().waitFor();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(directory.resolve("calls"));
  }

  private static String realKubectl() throws IOException {
    var process = new ProcessBuilder("sh", "-c", "command -v kubectl").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
