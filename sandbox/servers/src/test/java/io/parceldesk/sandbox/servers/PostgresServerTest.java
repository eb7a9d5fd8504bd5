package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(PostgresServer.Settings.temporary());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesARoleItsOwnDatabase() throws SQLException {
    var claims = server.database("claims");

    try (var connection = connect(claims.url(), "claims")) {
      connection.createStatement().execute("create table claim (id uuid primary key)");

      assertThat(value(connection, "show server_version")).startsWith("18.");
      assertThat(value(connection, "select current_user")).isEqualTo("claims");
    }
  }

  @Test
  void keepsARoleOutOfOtherDatabases() {
    var inquiry = server.database("inquiry");
    server.database("complaint");

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect(inquiry.url(), "complaint"))
        .withMessageContaining("permission denied for database");
  }

  @Test
  void canCutADatabaseOffAndLetItIn() throws SQLException {
    var database = server.database("notification");
    try (var connection = connect(database.url(), "notification")) {
      server.refuse("notification");

      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> value(connection, "select 1"));
    }

    server.accept("notification");

    try (var connection = connect(database.url(), "notification")) {
      assertThat(value(connection, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void keepsItsDataAndIsDurableWhereADirectoryIsGiven(@TempDir Path directory) throws SQLException {
    var settings =
        new PostgresServer.Settings(
            Loopback.freePort(), directory.resolve("data"), directory.resolve("pg.log"));
    try (var first = PostgresServer.start(settings);
        var connection = connect(first.database("complaint").url(), "complaint")) {
      assertThat(value(connection, "show fsync")).isEqualTo("on");
      assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
      connection.createStatement().execute("create table complaint as select 42 as stars");
    }

    try (var second = PostgresServer.start(settings);
        var connection = connect(second.database("complaint").url(), "complaint")) {
      assertThat(value(connection, "select stars from complaint")).isEqualTo("42");
    }
  }

  @Test
  void takesOverFromAPostmasterThatAKilledSandboxLeft(@TempDir Path directory) throws Exception {
    var log = directory.resolve("pg.log");
    var data = directory.resolve("data");
    AbandonedPostgres.leaveBehind(new PostgresServer.Settings(Loopback.freePort(), data, log));

    try (var taken =
            PostgresServer.start(new PostgresServer.Settings(Loopback.freePort(), data, log));
        var connection = connect(taken.database("complaint").url(), "complaint")) {
      assertThat(value(connection, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void leavesTheDirectoryOfARunningServerAlone(@TempDir Path directory) {
    var settings =
        new PostgresServer.Settings(
            Loopback.freePort(), directory.resolve("data"), directory.resolve("pg.log"));
    try (var running = PostgresServer.start(settings)) {
      assertThatExceptionOfType(ServerUnavailable.class)
          .isThrownBy(() -> PostgresServer.start(settings));

      assertThat(running.database("claims").name()).isEqualTo("claims");
    }
  }

  private static Connection connect(String url, String user) throws SQLException {
    return DriverManager.getConnection(url, user, user);
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
