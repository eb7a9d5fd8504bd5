package io.parceldesk.sandbox.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parceldesk.sandbox.servers.TestKey;
import io.parceldesk.sandbox.servers.TestServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that a service keeps sealed, as its {@code privacy/sealed.yaml} declares it: made to look as
 * if it had been written before the key was changed, and looked through afterwards.
 */
public final class SealedStore {
  private static final TestSeal CURRENT = new TestSeal(TestKey.CURRENT);
  private static final TestSeal FORMER = new TestSeal(TestKey.FORMER);
  private static final String LATIN = "convert_from(%s, 'LATIN1')";

  private record Fingerprint(String of, String at, String as) {}

  private record Table(String key, List<String> sealed, Map<String, Fingerprint> fingerprints) {
    private Table {
      fingerprints = fingerprints == null ? Map.of() : fingerprints;
    }
  }

  private final String service;
  private final Map<String, Table> tables = new TreeMap<>();

  public SealedStore(String service) throws IOException {
    this.service = service;
    var files = Thread.currentThread().getContextClassLoader().getResources("privacy/sealed.yaml");
    for (var file : Collections.list(files)) {
      tables.putAll(new YAMLMapper().readValue(file, new TypeReference<Map<String, Table>>() {}));
    }
  }

  /** Puts something where only a rare course of events would: into a row that nobody reads. */
  public void fill(String column, String condition) {
    var parts = column.split("\\.");
    with(
        connection -> {
          var json = type(connection, parts[0], parts[1]).equals("jsonb");
          var sealed = CURRENT.seal("{\"text\":\"filled\"}");
          var sql =
              "update %s set %s = ?::%s where %s"
                  .formatted(parts[0], parts[1], json ? "jsonb" : "text", condition);
          try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, json ? "[\"" + sealed + "\"]" : sealed);
            statement.executeUpdate();
          }
        });
  }

  /** The declared columns that hold nothing, so that nothing would be proved of them. */
  public Set<String> empty() {
    var empty = all();
    empty.removeAll(holding(any -> true));
    return empty;
  }

  /** The columns in which something lies under the former key. */
  public Set<String> left() {
    return holding(FORMER::hasSealed);
  }

  /** Seals everything with the former key, and makes the fingerprints beside it with it. */
  public void age() {
    tables.forEach((name, table) -> with(connection -> age(connection, name, table)));
  }

  private void age(Connection connection, String name, Table table) throws SQLException {
    for (var column : table.sealed()) {
      var type = type(connection, name, column);
      var read = type.equals("bytea") ? LATIN.formatted(column) : column + "::text";
      var write = type.equals("bytea") ? "convert_to(?, 'LATIN1')" : "?::" + type;
      var select =
          "select %1$s::text, %2$s from %3$s where %2$s ~ 'eyJ'".formatted(table.key(), read, name);
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(select)) {
        while (rows.next()) {
          var value = rows.getString(2);
          var row = rows.getString(1);
          write(connection, name, table, row, column, write, aged(value));
          for (var made : table.fingerprints().entrySet()) {
            if (made.getValue().of().equals(column)) {
              fingerprint(connection, name, table, row, made, value);
            }
          }
        }
      }
    }
  }

  private static String aged(String value) {
    return TestSeal.JWE
        .matcher(value)
        .replaceAll(
            jwe ->
                CURRENT.hasSealed(jwe.group())
                    ? FORMER.seal(CURRENT.open(jwe.group()))
                    : jwe.group());
  }

  private static void fingerprint(
      Connection connection,
      String name,
      Table table,
      String row,
      Map.Entry<String, Fingerprint> made,
      String sealed)
      throws SQLException {
    try {
      var seal = CURRENT.hasSealed(sealed) ? CURRENT : FORMER;
      var text =
          new ObjectMapper().readTree(seal.open(sealed)).at(made.getValue().at()).textValue();
      var as = made.getValue().as();
      if (text != null && (!as.equals("ADDRESS") || text.matches("\\+?\\d+|.*@.*"))) {
        write(connection, name, table, row, made.getKey(), "?", FORMER.fingerprint(as, text));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(
      Connection connection,
      String name,
      Table table,
      String row,
      String column,
      String write,
      String value)
      throws SQLException {
    var sql =
        "update %s set %s = %s where %s::text = ?".formatted(name, column, write, table.key());
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.setString(2, row);
      statement.executeUpdate();
    }
  }

  private interface Of {
    boolean test(String jwe);
  }

  private Set<String> holding(Of kind) {
    var found = new TreeSet<String>();
    tables.forEach(
        (name, table) ->
            with(
                connection -> {
                  for (var column : table.sealed()) {
                    if (holds(connection, name, column, kind)) {
                      found.add(name + "." + column);
                    }
                  }
                }));
    return found;
  }

  private static boolean holds(Connection connection, String name, String column, Of kind)
      throws SQLException {
    var read =
        type(connection, name, column).equals("bytea")
            ? LATIN.formatted(column)
            : column + "::text";
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select %1$s from %2$s where %1$s ~ 'eyJ'".formatted(read, name))) {
      while (rows.next()) {
        if (TestSeal.JWE
            .matcher(rows.getString(1))
            .results()
            .anyMatch(jwe -> kind.test(jwe.group()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Those that the service itself declares; what all have comes and goes. */
  private Set<String> all() {
    return tables.entrySet().stream()
        .filter(table -> !Set.of("outbox", "dead_letter", "legal_hold").contains(table.getKey()))
        .flatMap(
            table ->
                table.getValue().sealed().stream().map(column -> table.getKey() + "." + column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String type(Connection connection, String name, String column)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select udt_name from information_schema.columns where table_name = ? and column_name ="
                + " ?")) {
      statement.setString(1, name);
      statement.setString(2, column);
      var rows = statement.executeQuery();
      rows.next();
      return rows.getString(1);
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void with(Work work) {
    try (var connection =
        DriverManager.getConnection(TestServers.jdbcUrl(service), service, service)) {
      work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
