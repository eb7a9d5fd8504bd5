package io.parceldesk.notification.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Who changed what in the directory. Addresses and names of people are kept masked. */
@ApplicationScoped
class DirectoryChanges {
  private final Sql sql;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  DirectoryChanges(Sql sql, ObjectMapper json, CurrentCaller caller) {
    this.sql = sql;
    this.json = json;
    this.caller = caller;
  }

  void record(String kind, String code, Object became) {
    try {
      sql.update(
          "insert into directory_change (kind, code, actor, became) values (?, ?, ?, ?::jsonb)",
          kind,
          code,
          caller.get().name(),
          json.writeValueAsString(became));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One change; {@code became} shows no address and no person's name in clear. */
  record Change(@JsonIgnore long id, Instant changedAt, String actor, JsonNode became) {}

  List<Change> of(String kind, String code, Long before, int rows) {
    return sql.list(
        """
        select * from directory_change
         where kind = ? and code = ? and (?::bigint is null or id < ?)
         order by id desc limit ?
        """,
        this::change,
        kind,
        code,
        before,
        before,
        rows);
  }

  private Change change(ResultSet row) throws SQLException {
    try {
      return new Change(
          row.getLong("id"),
          SqlValue.instant(row, "changed_at"),
          row.getString("actor"),
          json.readTree(row.getString("became")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
