package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workloads agree with the services, and are confined. */
class WorkloadTest {
  /** The relay's and the sweep's longest last rounds. */
  private static final Duration LAST_ROUNDS = Duration.ofSeconds(11);

  private static final Duration RESERVE = Duration.ofSeconds(10);

  static Stream<Manifest> workloads() {
    return Pods.all();
  }

  @ParameterizedTest
  @EnumSource
  void servesOnThePortOfItsService(Service service) {
    var deployment = new Pods(service).deployment();
    var port = Pods.container(deployment).at("/ports/0");
    var kubernetesService = Manifest.of("Service", service.directory());

    assertThat(port.path("containerPort").asInt()).isEqualTo(service.port());
    assertThat(kubernetesService.at("/spec/ports/0/port").asInt()).isEqualTo(service.port());
    assertThat(kubernetesService.text("/spec/ports/0/targetPort"))
        .isEqualTo(port.path("name").asText());
    assertThat(
            deployment.at("/spec/template/metadata/annotations").path("prometheus.io/port").asInt())
        .isEqualTo(service.port());
  }

  @ParameterizedTest
  @EnumSource
  void isSelectedByItsServiceAndItsBudget(Service service) {
    var labels = new Pods(service).deployment().at("/spec/template/metadata/labels");
    var selectors =
        Stream.of(
            Manifest.of("Service", service.directory()).at("/spec/selector"),
            Manifest.of("PodDisruptionBudget", service.directory())
                .at("/spec/selector/matchLabels"),
            new Pods(service).deployment().at("/spec/selector/matchLabels"));

    assertThat(selectors)
        .allSatisfy(selector -> assertThat(labels.properties()).containsAll(selector.properties()));
  }

  /** Else the autoscalers would be set back with every roll-out. */
  @ParameterizedTest
  @EnumSource
  void leavesItsNumberToTheAutoscaler(Service service) {
    assertThat(new Pods(service).deployment().tree().at("/spec/replicas").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isAskedForItsHealthWhereQuarkusTellsIt(Service service) {
    var container = Pods.container(new Pods(service).deployment());

    assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    assertThat(container.findValuesAsText("port")).containsOnly("http");
    assertThat(service.configuredNames())
        .doesNotContain("quarkus.http.root-path", "quarkus.http.non-application-root-path")
        .doesNotContain("quarkus.smallrye-health.root-path", "quarkus.management.enabled");
  }

  /** Drain HTTP, end the rounds that are under way, leave the consumer groups; then the kill. */
  @ParameterizedTest
  @EnumSource
  void hasTheTimeThatItNeedsToStop(Service service) {
    var deployment = new Pods(service).deployment();
    var pod = Pods.pod(deployment);
    var pause = Pods.container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt();
    var stop =
        service
            .drain()
            .plus(LAST_ROUNDS)
            .plus(service.lastMessages())
            .plus(service.leavingItsGroups());

    assertThat(pause).isPositive();
    assertThat(Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asInt()))
        .isGreaterThanOrEqualTo(stop.plusSeconds(pause).plus(RESERVE));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void isConfinedAsPodSecurityRestrictedDemands(Manifest workload) {
    var pod = Pods.pod(workload);
    var container = Pods.container(workload).path("securityContext");

    assertThat(pod.path("containers")).hasSize(1);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(container.at("/capabilities/add").isMissingNode()).isTrue();
    assertThat(pod.findValues("hostPath")).isEmpty();
    assertThat(pod.findValues("privileged")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void hasNoKeyToTheKubernetesApi(Manifest workload) {
    var pod = Pods.pod(workload);
    var account = Manifest.of("ServiceAccount", pod.path("serviceAccountName").asText());

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(account.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
  }

  /** A variable KAFKA_… of Kubernetes would be taken for a setting of Kafka's client. */
  @ParameterizedTest
  @MethodSource("workloads")
  void isNotToldOfOtherServicesByVariables(Manifest workload) {
    assertThat(Pods.pod(workload).path("enableServiceLinks").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void saysWhatMemoryItGets(Manifest workload) {
    var resources = Pods.container(workload).path("resources");

    assertThat(resources.at("/limits/memory").asText())
        .isNotBlank()
        .isEqualTo(resources.at("/requests/memory").asText());
    assertThat(resources.at("/requests/cpu").asText()).isNotBlank();
  }

  /**
   * The database is brought up to date by the Job; a service that finds it older does not start.
   */
  @ParameterizedTest
  @EnumSource
  void migratesInTheJobOnly(Service service) {
    var pods = new Pods(service);

    assertThat(Pods.variable(pods.deployment(), "QUARKUS_FLYWAY_MIGRATE_AT_START"))
        .isEqualTo("false");
    assertThat(Pods.variable(pods.deployment(), "QUARKUS_FLYWAY_VALIDATE_AT_START"))
        .isEqualTo("true");
    assertThat(Pods.variable(pods.deployment(), "QUARKUS_INIT_AND_EXIT")).isNull();
    assertThat(Pods.variable(pods.migration(), "QUARKUS_FLYWAY_MIGRATE_AT_START"))
        .isEqualTo("true");
    assertThat(Pods.variable(pods.migration(), "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
    // it would look before anything was migrated
    assertThat(Pods.variable(pods.migration(), "QUARKUS_FLYWAY_VALIDATE_AT_START")).isNull();
    assertThat(Pods.container(pods.migration()).path("image"))
        .isEqualTo(Pods.container(pods.deployment()).path("image"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void runsTheImageThatIsBuilt(Manifest workload) {
    var image = Pods.container(workload).path("image").asText();

    assertThat(image).startsWith("parceldesk/").doesNotContain(":");
    assertThat(Project.text("deploy/images/build.sh")).contains(image.replace("parceldesk/", ""));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void runsAsTheUserOfTheImage(Manifest workload) {
    var user = Pods.pod(workload).at("/securityContext/runAsUser").asText();

    assertThat(Project.text("deploy/images/Dockerfile"))
        .contains("\nUSER " + user + ":" + user + "\n");
  }
}
