package io.parceldesk.notification.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;

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
}
