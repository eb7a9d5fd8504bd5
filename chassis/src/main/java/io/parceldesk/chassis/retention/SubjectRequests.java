package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.retention.SubjectRequest.Item;
import io.parceldesk.chassis.retention.SubjectRequest.Kind;
import io.parceldesk.chassis.retention.SubjectRequest.Outcome;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The record of what persons asked for, and what came of it (REG-10). */
@ApplicationScoped
class SubjectRequests {
  private final Sql sql;

  SubjectRequests(Sql sql) {
    this.sql = sql;
  }

  /** What is still to be done. */
  record Unfinished(UUID id, String subject) {}

  UUID begin(Kind kind, Person.Fingerprint whom, String reason, String by) {
    return sql.first(
            """
            insert into subject_request (kind, subject, subject_masked, reason, requested_by)
            values (?, ?, ?, ?, ?) returning id
            """,
            row -> SqlValue.uuid(row, "id"),
            kind,
            whom.subject(),
            whom.masked(),
            reason,
            by)
        .orElseThrow();
  }

  /** A request that is taken up again may find something else than before. */
  void note(UUID request, Item item) {
    sql.update(
        """
        insert into subject_request_item (request_id, what, name, outcome, obstacle, until)
        values (?, ?, ?, ?, ?, ?)
        on conflict (request_id, what, name) do update
          set outcome = excluded.outcome, obstacle = excluded.obstacle, until = excluded.until
        """,
        request,
        item.what(),
        item.name(),
        item.outcome(),
        item.obstacle(),
        item.until());
  }

  void finish(UUID request) {
    sql.update("update subject_request set finished_at = clock_timestamp() where id = ?", request);
  }

  /** Erasures that a crash cut off. An export has nobody left to tell: it is over. */
  List<Unfinished> cutOff() {
    sql.update(
        """
        update subject_request set finished_at = clock_timestamp()
         where kind = 'EXPORT' and finished_at is null
           and requested_at < clock_timestamp() - interval '5 minutes'
        """);
    return sql.list(
        """
        select id, subject from subject_request
         where kind = 'ERASURE' and finished_at is null
           and requested_at < clock_timestamp() - interval '5 minutes'
         order by requested_at
        """,
        row -> new Unfinished(SqlValue.uuid(row, "id"), row.getString("subject")));
  }

  /** The newest first. */
  List<SubjectRequest> list(UUID before, int most) {
    return sql.list(
        """
        select * from subject_request where id < ? order by id desc limit ?
        """,
        SubjectRequests::read,
        before == null ? new UUID(-1, -1) : before,
        most);
  }

  SubjectRequest require(UUID id) {
    return sql.first("select * from subject_request where id = ?", SubjectRequests::read, id)
        .orElseThrow(() -> DomainException.notFound("Request " + id))
        .listing(itemsOf(id));
  }

  private List<Item> itemsOf(UUID id) {
    return sql.list(
        "select * from subject_request_item where request_id = ? order by what, name",
        row ->
            new Item(
                row.getString("what"),
                row.getString("name"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("obstacle"),
                row.getObject("until", LocalDate.class)),
        id);
  }

  private static SubjectRequest read(ResultSet row) throws SQLException {
    return new SubjectRequest(
        SqlValue.uuid(row, "id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject_masked"),
        row.getString("reason"),
        row.getString("requested_by"),
        SqlValue.instant(row, "requested_at"),
        SqlValue.instant(row, "finished_at"),
        null,
        null,
        null);
  }
}
