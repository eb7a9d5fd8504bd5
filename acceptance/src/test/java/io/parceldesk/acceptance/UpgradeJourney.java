package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.PostgresServer;
import io.parceldesk.sandbox.servers.PostgresServer.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The migrations since the release before run over its data and take no case away. The platform at
 * work on them: {@link UpgradeFault}.
 */
class UpgradeJourney {
  private static final Map<Service, List<String>> KEPT =
      Map.of(
          Service.INQUIRY,
          List.of("inquiry", "problem_parcel", "pickup", "parcel", "parcel_scan"),
          Service.COMPLAINT,
          List.of("complaint", "appeal", "deadline", "timeline", "case_link"),
          Service.CLAIMS,
          List.of(
              "claim",
              "dispute",
              "dispute_parcel",
              "payment_order",
              "ledger_line",
              "evidence_file",
              "evidence_chunk",
              "deadline",
              "timeline"),
          Service.NOTIFICATION,
          List.of("delivery", "outlet"));

  /** What is called once nobody runs the release before any more. */
  private static final Map<Service, String> THEN =
      Map.of(
          Service.INQUIRY, "call begin_scan_months()",
          Service.NOTIFICATION, "call begin_delivery_months()");

  @Test
  void everyMigrationRunsOverWhatIsThere() throws Exception {
    try (var postgres = PostgresServer.start(PostgresServer.Settings.temporary())) {
      for (var service : Service.values()) {
        var landed = new LandedData(service);
        var database = postgres.database(service.database());
        landed.load(postgres.administrator(service.database()));
        var before = counts(database, KEPT.get(service));
        assertThat(before.values()).as(service + " has data: " + before).doesNotContain(0L);

        landed.migrate(database);

        assertThat(counts(database, KEPT.get(service))).isEqualTo(before);
        if (THEN.containsKey(service)) {
          call(database, THEN.get(service));
          assertThat(counts(database, KEPT.get(service))).isEqualTo(before);
        }
      }
    }
  }

  private static void call(Database database, String procedure) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(procedure);
    }
  }

  private static Map<String, Long> counts(Database database, List<String> tables)
      throws SQLException {
    var counts = new TreeMap<String, Long>();
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      for (var table : tables) {
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          counts.put(table, rows.getLong(1));
        }
      }
    }
    return counts;
  }
}
