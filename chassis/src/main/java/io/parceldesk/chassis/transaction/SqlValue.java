package io.parceldesk.chassis.transaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** How Java values travel to and from PostgreSQL. */
public final class SqlValue {
  private SqlValue() {}

  static Object of(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Collection<?> collection) {
      return connection.createArrayOf(elementType(collection), collection.toArray());
    }
    return value;
  }

  private static String elementType(Collection<?> collection) {
    var first = collection.isEmpty() ? "" : collection.iterator().next();
    return first instanceof UUID ? "uuid" : first instanceof Long ? "bigint" : "text";
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
