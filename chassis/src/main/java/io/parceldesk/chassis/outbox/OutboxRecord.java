package io.parceldesk.chassis.outbox;

import io.parceldesk.chassis.transaction.SqlValue;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** One row of the outbox. On Kafka it is a CloudEvent 1.0 in binary mode. */
record OutboxRecord(
    long id,
    UUID caseId,
    long caseSeq,
    UUID eventId,
    String topic,
    String type,
    String subject,
    String dataschema,
    String traceparent,
    Instant occurredAt,
    String data) {

  static OutboxRecord read(ResultSet row) throws SQLException {
    return new OutboxRecord(
        row.getLong("id"),
        SqlValue.uuid(row, "case_id"),
        row.getLong("case_seq"),
        SqlValue.uuid(row, "event_id"),
        row.getString("topic"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("dataschema"),
        row.getString("traceparent"),
        SqlValue.instant(row, "occurred_at"),
        row.getString("data"));
  }

  ProducerRecord<String, byte[]> toCloudEvent(String source) {
    var cloudEvent = new ProducerRecord<>(topic, subject, data.getBytes(StandardCharsets.UTF_8));
    var headers = cloudEvent.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", eventId.toString());
    add(headers, "ce_source", source);
    add(headers, "ce_type", type);
    add(headers, "ce_subject", subject);
    add(headers, "ce_time", occurredAt.toString());
    add(headers, "ce_dataschema", dataschema);
    add(headers, "ce_partitionkey", subject);
    add(headers, "ce_caseseq", Long.toString(caseSeq));
    add(headers, "content-type", "application/json");
    if (traceparent != null) {
      add(headers, "traceparent", traceparent);
    }
    return cloudEvent;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
