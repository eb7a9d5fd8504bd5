package io.parceldesk.chassis.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The statements of the relay, each chosen by measurement: claiming and reading are two statements,
 * so that the read's snapshot is younger than the lock; rows are deleted by exact id.
 */
final class OutboxBuckets {
  private static final int BATCH = 500;

  private OutboxBuckets() {}

  /** A relay that hangs loses its claim after this, and can then only send duplicates. */
  static void limitTime(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set local idle_in_transaction_session_timeout = '15s'; set local transaction_timeout ="
              + " '30s'");
    }
  }

  static OptionalInt claim(Connection connection) throws SQLException {
    var sql =
        """
        select b.bucket from outbox_bucket b
         where exists (
           select 1 from outbox o
            where o.bucket = b.bucket
              and not exists (select 1 from outbox_blocked x where x.case_id = o.case_id))
         order by random() limit 1
         for update of b skip locked
        """;
    try (var statement = connection.prepareStatement(sql);
        var row = statement.executeQuery()) {
      return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
    }
  }

  static List<OutboxRecord> read(Connection connection, int bucket) throws SQLException {
    var sql =
        """
        select o.id, o.case_id, o.case_seq, o.event_id, o.topic, o.type, o.subject, o.dataschema,
               o.traceparent, o.occurred_at, o.data::text as data
          from outbox o
         where o.bucket = ?
           and not exists (select 1 from outbox_blocked x where x.case_id = o.case_id)
         order by o.id limit ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, bucket);
      statement.setInt(2, BATCH);
      try (var row = statement.executeQuery()) {
        var records = new ArrayList<OutboxRecord>();
        while (row.next()) {
          records.add(OutboxRecord.read(row));
        }
        return records;
      }
    }
  }

  static void delete(Connection connection, List<OutboxRecord> sent) throws SQLException {
    try (var statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
      statement.setArray(
          1, connection.createArrayOf("bigint", sent.stream().map(OutboxRecord::id).toArray()));
      statement.executeUpdate();
    }
  }

  static void block(Connection connection, UUID caseId, long firstId, String reason)
      throws SQLException {
    var sql =
        "insert into outbox_blocked (case_id, first_id, reason) values (?, ?, ?) on conflict do"
            + " nothing";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, caseId);
      statement.setLong(2, firstId);
      statement.setString(3, reason);
      statement.executeUpdate();
    }
  }
}
