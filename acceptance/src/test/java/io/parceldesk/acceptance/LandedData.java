package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.PostgresServer.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/**
 * The database of a service as the release before left it, with what its journeys did: each table
 * as COPY writes it, and how far its sequences are. Its schema is what the migrations in its
 * history make. {@link LandedDataWriter} makes it anew when a version is released.
 */
final class LandedData {
  static final String END = "\\.";

  static final Path FOLDER = Path.of("src/test/resources/landed").toAbsolutePath();

  /** The sandbox's files with the keys that the contacts in it are sealed and found with. */
  static final List<String> KEYS = List.of("contact-key", "contact-index-key");

  private static final String HISTORY_TABLE =
      """
      create table flyway_schema_history (
        installed_rank integer primary key,
        version        varchar(50),
        description    varchar(200) not null,
        type           varchar(20) not null,
        script         varchar(1000) not null,
        checksum       integer,
        installed_by   varchar(100) not null,
        installed_on   timestamp not null default now(),
        execution_time integer not null,
        success        boolean not null)
      """;
  private static final String ALL_TABLES =
      "select string_agg(relname, ', ') from pg_class"
          + " where relkind = 'r' and relnamespace = 'public'::regnamespace";

  private final Path home = Path.of(System.getProperty("parceldesk.home"));
  private final Service service;

  LandedData(Service service) {
    this.service = service;
  }

  Path file() {
    return FOLDER.resolve(service.database() + ".sql.gz");
  }

  /**
   * Into a database that has nothing yet.
   *
   * @param administrator may put data in without minding triggers and references
   */
  void load(Database administrator) throws SQLException, IOException {
    try (var connection = connect(administrator)) {
      run(connection, "set role " + service.database());
      run(connection, HISTORY_TABLE);
      copyIn(connection, part -> part.startsWith("copy flyway_schema_history"));
      runMigrations(connection, true);
      run(connection, "reset role");
      run(connection, "set session_replication_role = replica");
      run(connection, "truncate " + text(connection, ALL_TABLES));
      copyIn(connection, part -> true);
    }
  }

  /** What has been added to the schema since. */
  void migrate(Database database) throws SQLException, IOException {
    try (var connection = connect(database)) {
      runMigrations(connection, false);
    }
  }

  private interface Wanted {
    boolean is(String statement);
  }

  private void copyIn(Connection connection, Wanted wanted) throws SQLException, IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
      String statement;
      while ((statement = lines.readLine()) != null) {
        if (!statement.startsWith("copy ")) {
          if (wanted.is(statement)) {
            run(connection, statement);
          }
          continue;
        }
        var rows = rows(lines);
        if (wanted.is(statement)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(statement + " from stdin", new StringReader(rows));
        }
      }
    }
  }

  private static String rows(BufferedReader lines) throws IOException {
    var rows = new StringBuilder();
    for (var row = lines.readLine(); !row.equals(END); row = lines.readLine()) {
      rows.append(row).append('\n');
    }
    return rows.toString();
  }

  private void runMigrations(Connection connection, boolean applied)
      throws SQLException, IOException {
    var versions = versions(connection);
    for (var migration : migrations().entrySet()) {
      if (versions.contains(migration.getKey()) == applied) {
        run(connection, Files.readString(migration.getValue()));
      }
    }
  }

  /** In their order, which is that of their versions, wherever they lie. */
  private Map<String, Path> migrations() throws IOException {
    var migrations = new TreeMap<String, Path>();
    for (var folder :
        List.of(
            "chassis/target/classes/db/messaging",
            "chassis/target/classes/db/cases",
            service.directory() + "/target/classes/db/migration")) {
      if (service == Service.NOTIFICATION && folder.endsWith("cases")) {
        continue; // it has none
      }
      try (Stream<Path> files = Files.list(home.resolve(folder))) {
        files.forEach(file -> migrations.put(version(file), file));
      }
    }
    return migrations;
  }

  /** V20261122_01__outbox.sql is 20261122.01 in the history. */
  private static String version(Path file) {
    var name = file.getFileName().toString();
    return name.substring(1, name.indexOf("__")).replace('_', '.');
  }

  private static List<String> versions(Connection connection) throws SQLException {
    var versions = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from flyway_schema_history where version is not null")) {
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
    }
    return versions;
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
