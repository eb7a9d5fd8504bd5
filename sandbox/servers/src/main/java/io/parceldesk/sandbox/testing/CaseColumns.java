package io.parceldesk.sandbox.testing;

import io.parceldesk.sandbox.servers.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a service's case tables, for the test that somebody has decided of each whether it
 * outlives anonymisation.
 */
public final class CaseColumns {
  private static final Set<String> COUNTED =
      Set.of(
          "id",
          "number",
          "version",
          "status",
          "channel",
          "category",
          "priority",
          "tier",
          "waybill",
          "opened_at",
          "closed_at",
          "anonymised_at",
          "next_due_at",
          "outlet",
          "department",
          "assignee");

  private CaseColumns() {}

  /** Those of a table that are neither cleared nor counted for every kind of case. */
  public static Set<String> undecided(String service, String table, Set<String> cleared) {
    var columns = of(service, table);
    columns.removeAll(COUNTED);
    columns.removeAll(cleared);
    return columns;
  }

  private static Set<String> of(String service, String table) {
    var query = "select column_name from information_schema.columns where table_name = ?";
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl(service), service, service);
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      var columns = new TreeSet<String>();
      for (var rows = statement.executeQuery(); rows.next(); ) {
        columns.add(rows.getString(1));
      }
      return columns;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
