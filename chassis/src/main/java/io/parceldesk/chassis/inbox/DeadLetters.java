package io.parceldesk.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;

/** The table of records that could not be taken in. */
@ApplicationScoped
public class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Sql sql;
  private final ObjectMapper json;
  private final InboxMeters meters;

  DeadLetters(Sql sql, ObjectMapper json, InboxMeters meters) {
    this.sql = sql;
    this.json = json;
    this.meters = meters;
  }

  void bury(String channel, ConsumerRecord<String, byte[]> record, RuntimeException why) {
    var reason = reasonOf(why);
    sql.update(
        """
        insert into dead_letter
          (channel, topic, partition_number, record_offset, record_key, headers, payload, reason)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
        """,
        channel,
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        headersOf(record),
        record.value(),
        reason);
    meters.buried(channel);
    LOG.errorf(
        "Record %s-%d@%d was buried: %s",
        record.topic(), record.partition(), record.offset(), reason);
  }

  List<DeadLetter> open(int limit) {
    return sql.list(
        "select * from dead_letter where replayed_at is null order by id limit ?",
        this::view,
        limit);
  }

  /**
   * Marks a letter as replayed and gives its record back; 404 when there is no such open letter.
   */
  Exhumed exhume(long id) {
    return sql.first(
            """
            update dead_letter set replayed_at = clock_timestamp()
             where id = ? and replayed_at is null returning *
            """,
            row -> new Exhumed(row.getString("channel"), recordOf(row)),
            id)
        .orElseThrow(() -> DomainException.notFound("Open dead letter " + id));
  }

  record Exhumed(String channel, ConsumerRecord<String, byte[]> record) {}

  private DeadLetter view(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("topic"),
        row.getInt("partition_number"),
        row.getLong("record_offset"),
        row.getString("record_key"),
        headers(row).get("ce_type"),
        row.getString("reason"),
        SqlValue.instant(row, "buried_at"),
        SqlValue.instant(row, "replayed_at"));
  }

  private ConsumerRecord<String, byte[]> recordOf(ResultSet row) throws SQLException {
    var headers = new RecordHeaders();
    headers(row)
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        row.getString("topic"),
        row.getInt("partition_number"),
        row.getLong("record_offset"),
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        row.getString("record_key"),
        row.getBytes("payload"),
        headers,
        java.util.Optional.empty());
  }

  private Map<String, String> headers(ResultSet row) throws SQLException {
    try {
      return json.readValue(row.getString("headers"), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String headersOf(ConsumerRecord<String, byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), EventMeta.header(record, header.key())));
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Own words where they are ours; of foreign failures only the kind, as their text may quote data.
   */
  private static String reasonOf(RuntimeException why) {
    return why instanceof DomainException || why instanceof UnreadableEvent
        ? why.getMessage()
        : why.getClass().getSimpleName();
  }
}
