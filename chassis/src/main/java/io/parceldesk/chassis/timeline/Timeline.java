package io.parceldesk.chassis.timeline;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The append-only history of each case, written in the transaction of the change. */
@ApplicationScoped
public class Timeline {
  private final Sql sql;

  Timeline(Sql sql) {
    this.sql = sql;
  }

  public void append(UUID caseId, Instant at, String actor, Change change) {
    sql.update(
        """
        insert into timeline (case_id, at, actor, action, from_status, to_status, note)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        caseId,
        at,
        actor,
        change.action(),
        change.from(),
        change.to(),
        change.note());
  }

  public List<TimelineEntry> of(UUID caseId) {
    return sql.list(
        """
        select at, actor, action, from_status, to_status, note from timeline
         where case_id = ? order by id
        """,
        row ->
            new TimelineEntry(
                SqlValue.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("note")),
        caseId);
  }
}
