package io.parceldesk.chassis.months;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.PostgresServer.Database;
import io.parceldesk.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The timeline of the release before becomes one of months, under the feet of who writes it. */
class MonthsUpgradeTest {
  private static final UUID CASE = UUID.fromString("0193a000-0000-7000-8000-000000000001");
  private static final String WRITE =
      "insert into timeline (case_id, at, actor, action, to_status) values (?, now(), 'a', ?,"
          + " 'OPEN')";

  private final Database database = TestServers.postgres().database("months_upgrade");

  @Test
  void keepsWhatIsThereAndTheStatementsOfTheVersionThatStillRuns() throws SQLException {
    migrate("20261126.30");
    try (var old = connect();
        var write = old.prepareStatement(WRITE)) {
      for (var row = 0; row < 10; row++) {
        write(write, "before"); // often enough for the server to keep it prepared
      }

      migrate("20261126.34");
      write(write, "after");

      assertThat(text(old, "select string_agg(action, ' ' order by id) from timeline"))
          .isEqualTo("before ".repeat(10) + "after");
      assertThat(text(old, "select count(distinct id) from timeline")).isEqualTo("11");
      assertThat(text(old, "select max(id) > 10 from timeline where action = 'after'"))
          .isEqualTo("t");
    }
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("db/messaging", "db/cases")
        .target(target)
        .load()
        .migrate();
  }

  private static void write(PreparedStatement write, String action) throws SQLException {
    write.setObject(1, CASE);
    write.setString(2, action);
    write.executeUpdate();
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
