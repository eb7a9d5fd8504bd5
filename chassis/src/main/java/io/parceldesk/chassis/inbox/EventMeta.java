package io.parceldesk.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The CloudEvents attributes of a record in binary mode.
 *
 * @param id unique together with the source; duplicates carry the same
 * @param subject case number, outlet code or waybill
 * @param caseSeq position within the subject's stream on its topic, from 1
 */
public record EventMeta(
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    long caseSeq,
    String traceparent) {

  /** Fails with {@link UnreadableEvent} when a required attribute is missing or malformed. */
  static EventMeta of(ConsumerRecord<String, byte[]> record) {
    try {
      return new EventMeta(
          required(record, "ce_id"),
          required(record, "ce_source"),
          required(record, "ce_type"),
          required(record, "ce_subject"),
          Instant.parse(required(record, "ce_time")),
          Long.parseLong(required(record, "ce_caseseq")),
          header(record, "traceparent"));
    } catch (RuntimeException e) {
      throw new UnreadableEvent("its CloudEvents headers are incomplete: " + e.getMessage(), e);
    }
  }

  /** The same event, further along its trace. */
  EventMeta carrying(String traceparent) {
    return new EventMeta(id, source, type, subject, time, caseSeq, traceparent);
  }

  static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String required(ConsumerRecord<String, byte[]> record, String name) {
    var value = header(record, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
