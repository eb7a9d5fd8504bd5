package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One database and one role for each service, durable before a commit is told. */
class PostgresTest {
  private final Manifest cluster = Manifest.of("Cluster", "parceldesk-db");

  @ParameterizedTest
  @EnumSource
  void givesAServiceADatabaseAndARoleOfItsOwn(Service service) {
    var database = Manifest.of("Database", service.database());

    assertThat(database.text("/spec/name")).isEqualTo(service.database());
    assertThat(database.text("/spec/owner")).isEqualTo(service.database());
    assertThat(database.text("/spec/cluster/name")).isEqualTo(cluster.name());
    assertThat(database.text("/spec/databaseReclaimPolicy")).isEqualTo("retain");
    assertThat(role(service).path("superuser").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void isReachedByItsServiceOverVerifiedTls(Service service) {
    var settings = ConfigurationTest.settings(service, "prod");
    var secret = role(service).at("/passwordSecret/name").asText();

    assertThat(settings.get("parceldesk.database.address")).isEqualTo(cluster.name() + "-rw:5432");
    assertThat(settings.get("quarkus.datasource.jdbc.url"))
        .startsWith("jdbc:postgresql://${parceldesk.database.address}/" + service.database() + "?")
        .contains("sslmode=verify-full");
    for (var workload : new Pods(service).both()) {
      assertThat(Pods.variable(workload, "QUARKUS_DATASOURCE_USERNAME"))
          .isEqualTo(secret + "/username");
      assertThat(Pods.variable(workload, "QUARKUS_DATASOURCE_PASSWORD"))
          .isEqualTo(secret + "/password");
    }
  }

  /** The first line that fits is taken: into its own database, over TLS; then nowhere. */
  @Test
  void letsNoRoleIntoAnotherDatabase() {
    var lines = cluster.texts("/spec/postgresql/pg_hba");
    var names = Arrays.stream(Service.values()).map(Service::database).toList();

    assertThat(lines).hasSize(names.size() + 1);
    for (var i = 0; i < names.size(); i++) {
      var name = names.get(i);
      assertThat(lines.get(i)).isEqualTo("hostssl %s %s all scram-sha-256".formatted(name, name));
    }
    assertThat(lines.get(names.size()))
        .isEqualTo("host all %s all reject".formatted(String.join(",", names)));
  }

  /** Else a failover could forget what Kafka has been told. */
  @Test
  void waitsForAStandbyWithEveryCommit() {
    assertThat(cluster.at("/spec/instances").asInt()).isEqualTo(3);
    assertThat(cluster.text("/spec/postgresql/synchronous/method")).isEqualTo("any");
    assertThat(cluster.at("/spec/postgresql/synchronous/number").asInt()).isEqualTo(1);
    assertThat(cluster.text("/spec/postgresql/synchronous/dataDurability")).isEqualTo("required");
  }

  /** All replicas, and one more of each while rolling out, with full pools. */
  @Test
  void hasConnectionsForAllReplicas() {
    var needed = 0;
    for (var service : Service.values()) {
      var most = (Autoscalers.maximum(service) + 1) * pool(service);
      assertThat(role(service).path("connectionLimit").asInt()).isGreaterThanOrEqualTo(most);
      needed += most;
    }

    assertThat(cluster.at("/spec/postgresql/parameters/max_connections").asInt())
        .isGreaterThan(needed + 20); // the superuser's, the operator's, the replicas'
  }

  @Test
  void isBackedUpEveryNight() {
    var backup = Manifest.of("ScheduledBackup", "nightly");
    var store = Manifest.of("ObjectStore", "parceldesk-backups");

    assertThat(backup.text("/spec/cluster/name")).isEqualTo(cluster.name());
    assertThat(Manifest.all())
        .filteredOn(manifest -> manifest.source().equals("postgres/backup/kustomization.yaml"))
        .singleElement()
        .satisfies(
            component ->
                assertThat(component.text("/patches/0/patch"))
                    .contains("barmanObjectName: " + store.name())
                    .contains("isWALArchiver: true"));
  }

  private JsonNode role(Service service) {
    for (var role : cluster.at("/spec/managed/roles")) {
      if (role.path("name").asText().equals(service.database())) {
        return role;
      }
    }
    throw new AssertionError(cluster + " has no role " + service.database());
  }

  private static int pool(Service service) {
    return Integer.parseInt(service.property("quarkus.datasource.jdbc.max-size"));
  }
}
