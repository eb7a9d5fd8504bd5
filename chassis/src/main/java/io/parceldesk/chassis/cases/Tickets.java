package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Hands out number and time for a new case, and looks for an open one on the same waybill, in one
 * round trip. The waybill is locked for the transaction first, so that two openings at once see
 * each other.
 */
@ApplicationScoped
class Tickets {
  /** {@code openDuplicate} is the number of the case that is open on the waybill, or null. */
  record Draw(long sequence, Instant now, String openDuplicate, boolean repeatedContact) {
    Ticket ticketFor(CaseKind kind) {
      return new Ticket(CaseNumber.of(kind, now, sequence), now, repeatedContact);
    }
  }

  private static final String WITHOUT_WAYBILL =
      "select nextval('case_number'), clock_timestamp(), null::text, false";

  // the second statement has a snapshot of its own, taken once the lock is held
  private static final String WITH_WAYBILL =
      """
      select pg_advisory_xact_lock(hashtextextended(?, 0));
      select nextval('case_number'), clock_timestamp(),
        (select number from %1$s where waybill = ? and closed_at is null
          order by opened_at desc limit 1),
        exists (select 1 from %1$s
          where waybill = ? and opened_at > clock_timestamp() - interval '30 days')
      """;

  private static final String OPEN_ON =
      """
      with recursive found (id) as (
        select id from %1$s where waybill = ?
        union
        select s.case_id from found
          join case_link l on l.case_id = found.id and l.relation = 'SURVIVOR'
          join case_stream s on s.kind = ? and s.number = l.number)
      select c.number from found join %1$s c using (id) where c.closed_at is null order by c.id
      """;

  private final Sql sql;

  Tickets(Sql sql) {
    this.sql = sql;
  }

  Draw draw(Cases<?> cases, String waybill) {
    return sql.withConnection(
        connection ->
            waybill == null ? withoutWaybill(connection) : withWaybill(connection, cases, waybill));
  }

  /**
   * The numbers of the open cases on a waybill, by ascending id; of those that were merged, what
   * they were merged into, whatever waybill that has.
   */
  List<String> openOn(Cases<?> cases, String waybill) {
    return sql.list(
        OPEN_ON.formatted(cases.table()), row -> row.getString(1), waybill, cases.kind());
  }

  private static Draw withoutWaybill(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(WITHOUT_WAYBILL)) {
      statement.execute();
      return read(statement);
    }
  }

  private static Draw withWaybill(Connection connection, Cases<?> cases, String waybill)
      throws SQLException {
    try (var statement = connection.prepareStatement(WITH_WAYBILL.formatted(cases.table()))) {
      statement.setString(1, cases.kind() + ":" + waybill);
      statement.setString(2, waybill);
      statement.setString(3, waybill);
      statement.execute();
      statement.getMoreResults();
      return read(statement);
    }
  }

  private static Draw read(PreparedStatement statement) throws SQLException {
    try (var row = statement.getResultSet()) {
      row.next();
      return new Draw(
          row.getLong(1),
          row.getObject(2, OffsetDateTime.class).toInstant(),
          row.getString(3),
          row.getBoolean(4));
    }
  }
}
