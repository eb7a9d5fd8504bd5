package io.parceldesk.acceptance;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.PostgresServer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Writes what the journeys before it left in the databases to where {@link LandedData} reads it. It
 * runs by name only: {@code acceptance/landed-data.sh}, when a version is released.
 */
class LandedDataWriter {
  private static final Path LEFT = Path.of("target/sandbox").toAbsolutePath();
  private static final String TABLES =
      """
      select c.relname,
             format('copy %I (%s)', c.relname, string_agg(quote_ident(a.attname), ', ' order by attnum))
        from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and not c.relispartition
         and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       group by c.relname order by c.relname
      """;
  private static final String SEQUENCES =
      """
      select sequencename, format('select setval(%L, %s)', sequencename, last_value)
        from pg_sequences where last_value is not null and schemaname = 'public'
       order by sequencename
      """;

  @Test
  void writesEveryDatabase() throws SQLException, IOException {
    Files.createDirectories(LandedData.FOLDER);
    for (var key : LandedData.KEYS) {
      Files.copy(LEFT.resolve(key), LandedData.FOLDER.resolve(key), REPLACE_EXISTING);
    }
    var settings =
        new PostgresServer.Settings(0, LEFT.resolve("postgresql"), LEFT.resolve("landed.log"));
    try (var postgres = PostgresServer.start(settings)) {
      write(postgres);
    }
  }

  private static void write(PostgresServer postgres) throws SQLException, IOException {
    for (var service : Service.values()) {
      var database = postgres.database(service.database());
      try (var connection =
              DriverManager.getConnection(database.url(), database.user(), database.password());
          var file =
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(new LandedData(service).file())),
                  StandardCharsets.UTF_8)) {
        write(connection, file);
      }
    }
  }

  private static void write(Connection connection, Writer file) throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    for (var table : pairs(connection, TABLES).values()) {
      file.write(table + "\n");
      var from = table.replaceFirst("^copy (\\S+) \\((.*)\\)$", "copy (select $2 from $1)");
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(from + " to stdout", file);
      file.write(LandedData.END + "\n");
    }
    for (var sequence : pairs(connection, SEQUENCES).values()) {
      file.write(sequence + "\n");
    }
  }

  private static Map<String, String> pairs(Connection connection, String query)
      throws SQLException {
    var pairs = new LinkedHashMap<String, String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return pairs;
  }
}
