package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks through all that the four databases hold as text, as JSON or as bytes, and asks them. */
final class Databases {
  /** Months are looked through as the tables that they are parts of. */
  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.udt_name
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        join pg_class p on p.oid = quote_ident(c.table_name)::regclass and not p.relispartition
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.udt_name in ('text', '_text', 'varchar', 'json', 'jsonb', 'bytea')
       order by c.table_name, c.ordinal_position
      """;

  /** No such table, no such function. */
  private static final List<String> UNDEFINED = List.of("42P01", "42883");

  private static final String HEADS =
      """
      select distinct head[1] from "%1$s",
        lateral regexp_matches(%2$s, '(eyJ[A-Za-z0-9_-]+)[.][.][A-Za-z0-9_-]+[.]', 'g') as head
      """;

  private record Column(String table, String name, String type) {
    boolean isBytes() {
      return type.equals("bytea");
    }

    String place() {
      return table + "." + name;
    }
  }

  /** The columns, as table.column, that hold one of the words somewhere. */
  static List<String> columnsWith(Service service, List<String> words) {
    return columns(
        service,
        column ->
            "%s like any(?)"
                .formatted(
                    column.isBytes()
                        ? "encode(" + column.name() + ", 'hex')"
                        : column.name() + "::text"),
        column -> words.stream().map(word -> "%" + spelled(column, word) + "%").toList());
  }

  /** The columns that hold a compact JWE somewhere. */
  static List<String> columnsWithSealed(Service service) {
    return columns(
        service,
        column ->
            "%s ~ any(?)"
                .formatted(
                    column.isBytes()
                        ? "encode(" + column.name() + ", 'escape')"
                        : column.name() + "::text"),
        column -> List.of("eyJ[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.]"));
  }

  /** The ids of the keys that sealed something in each column, as table.column. */
  static Map<String, Set<String>> keysBySealedColumn(Service service) {
    var keys = new TreeMap<String, Set<String>>();
    try (var connection = connect(service)) {
      for (var column : columns(connection)) {
        var text =
            column.isBytes()
                ? "encode(\"%s\", 'escape')".formatted(column.name())
                : "\"%s\"::text".formatted(column.name());
        try (var statement = connection.createStatement();
            var heads = statement.executeQuery(HEADS.formatted(column.table(), text))) {
          while (heads.next()) {
            keys.computeIfAbsent(column.place(), any -> new TreeSet<>())
                .add(keyOf(heads.getString(1)));
          }
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String keyOf(String head) {
    var header = new String(Base64.getUrlDecoder().decode(head), StandardCharsets.UTF_8);
    return new JsonPath(header).getString("kid");
  }

  static void execute(Service service, String statement) {
    try (var connection = connect(service)) {
      connection.createStatement().execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether the service has what the statement names. It is carried out, and nothing of it stays.
   */
  static boolean understands(Service service, String statement) {
    try (var connection = connect(service)) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(statement);
      connection.rollback();
      return true;
    } catch (SQLException e) {
      if (UNDEFINED.contains(e.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(statement, e);
    }
  }

  /** The first column of what the query gives. */
  static List<String> texts(Service service, String query) {
    var texts = new ArrayList<String>();
    try (var connection = connect(service);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }

  private static String spelled(Column column, String word) {
    return column.isBytes()
        ? HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))
        : word;
  }

  private interface Of<T> {
    T column(Column column);
  }

  private static List<String> columns(Service service, Of<String> condition, Of<List<String>> of) {
    try (var connection = connect(service)) {
      var found = new ArrayList<String>();
      for (var column : columns(connection)) {
        var sql =
            "select 1 from \"%s\" where %s limit 1"
                .formatted(column.table(), condition.column(column));
        try (var statement = connection.prepareStatement(sql)) {
          statement.setArray(1, connection.createArrayOf("text", of.column(column).toArray()));
          if (statement.executeQuery().next()) {
            found.add(column.place());
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return columns;
  }

  private static Connection connect(Service service) throws SQLException {
    var database = RunningPlatform.get().postgres().database(service.database());
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private Databases() {}
}
