package io.parceldesk.inquiry.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parceldesk.sandbox.servers.PostgresServer.Database;
import io.parceldesk.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * The scans of the release before: they stay where it can write them until somebody says that it
 * does not run any more.
 */
class ScanMonthsUpgradeTest {
  /** As the release before adds scans. */
  private static final String ADD =
      """
      insert into parcel_scan (scan_id, waybill, type, at) values (?, 'W', 'ARRIVED', now())
      on conflict (scan_id) do nothing
      """;

  /** As this one asks whether a scan is known. */
  private static final String KEY =
      "insert into scan_key (scan_id) values (?) on conflict do nothing";

  private final Database database = TestServers.postgres().database("scan_months_upgrade");

  @Test
  void keepWhatIsThereAndLetBothReleasesAddUntilTheyBecomeMonths() throws SQLException {
    migrate("20261126.34");
    try (var connection = connect();
        var add = connection.prepareStatement(ADD)) {
      execute(
          connection,
          "insert into parcel (waybill, version, id) values ('W', 0, gen_random_uuid())");
      for (var n = 0; n < 10; n++) {
        assertThat(run(add, "scan-" + n)).isEqualTo(1); // often enough to be kept prepared
      }

      migrate("20261127.14");
      assertThat(run(add, "scan-10")).as("the release before goes on").isEqualTo(1);
      assertThat(run(add, "scan-3")).as("and adds nothing twice").isZero();

      execute(connection, "call begin_scan_months()");
      execute(connection, "call begin_scan_months()"); // nothing is left to do
      assertThat(
              text(
                  connection,
                  "select string_agg(distinct tableoid::regclass::text, ' ') from parcel_scan"))
          .isEqualTo("parcel_scan_before_months");
      assertThat(text(connection, "select count(*) from parcel_scan")).isEqualTo("11");
      assertThatThrownBy(() -> execute(connection, "delete from parcel_scan"))
          .hasMessageContaining("scans are never changed");
      try (var key = connection.prepareStatement(KEY)) {
        for (var n = 0; n <= 10; n++) {
          assertThat(run(key, "scan-" + n)).as("it is known").isZero();
        }
      }
      assertThatThrownBy(() -> run(add, "scan-12"))
          .as("from here on the release before cannot add any")
          .hasMessageContaining("no unique or exclusion constraint");
    }
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("db/messaging", "db/cases", "db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static int run(PreparedStatement statement, String scanId) throws SQLException {
    statement.setString(1, scanId);
    return statement.executeUpdate();
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
