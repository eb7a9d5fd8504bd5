package io.parceldesk.chassis.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL on the current transaction's connection. Parameters are bound in order; an {@link
 * java.time.Instant} is bound as {@code timestamptz}.
 */
@ApplicationScoped
public class Sql {
  private final DataSource dataSource;

  Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public int update(String sql, Object... parameters) {
    return withStatement(sql, parameters, PreparedStatement::executeUpdate);
  }

  public <T> List<T> list(String sql, Row<T> row, Object... parameters) {
    return withStatement(
        sql,
        parameters,
        statement -> {
          try (var results = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (results.next()) {
              rows.add(row.read(results));
            }
            return rows;
          }
        });
  }

  public <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** The connection of the current transaction; it must not be closed by hand twice. */
  public <T> T withConnection(Work<Connection, T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> T withStatement(String sql, Object[] parameters, Work<PreparedStatement, T> work) {
    return withConnection(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return work.apply(statement);
          }
        });
  }

  private static void bind(Connection connection, PreparedStatement statement, Object[] parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, SqlValue.of(connection, parameters[i]));
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done with a JDBC object. */
  @FunctionalInterface
  public interface Work<A, T> {
    T apply(A jdbc) throws SQLException;
  }
}
