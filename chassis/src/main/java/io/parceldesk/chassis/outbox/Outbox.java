package io.parceldesk.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Events on their way to Kafka, written in the business transaction: no event without its commit,
 * no commit without its event. The position within the stream is taken under the stream's row lock
 * in the statement that inserts the row, so that within a case the order of ids, of positions and
 * of commits is the same.
 */
@ApplicationScoped
public class Outbox {
  private static final String APPEND =
      """
      with stream as (
        update case_stream set seq = seq + 1 where case_id = ? returning case_id, seq, number)
      insert into outbox (case_id, case_seq, topic, type, subject, dataschema, traceparent, data)
      select case_id, seq, ?, ?, number, ?, ?, ?::jsonb from stream
      """;

  private final Sql sql;
  private final ObjectMapper json;
  private final EventSchemas schemas;
  private final AfterCommit afterCommit;
  private final RelaySignal signal;

  Outbox(
      Sql sql,
      ObjectMapper json,
      EventSchemas schemas,
      AfterCommit afterCommit,
      RelaySignal signal) {
    this.sql = sql;
    this.json = json;
    this.schemas = schemas;
    this.afterCommit = afterCommit;
    this.signal = signal;
  }

  /**
   * Begins a stream that is not a case's, such as an outlet's or a parcel's, unless it has begun,
   * and takes its lock.
   */
  public void beginStream(UUID streamId, String kind, String number) {
    sql.update(
        "insert into case_stream (case_id, kind, number) values (?, ?, ?) on conflict do nothing",
        streamId,
        kind,
        number);
    sql.first("select 1 from case_stream where case_id = ? for update", row -> 1, streamId);
  }

  /**
   * Appends an event of the contracts to a stream. Everything flushed to the database comes before
   * it.
   */
  public void append(UUID streamId, String topic, Object event) {
    var encoded = encode(event);
    var rows =
        sql.update(
            APPEND,
            streamId,
            topic,
            encoded.type(),
            encoded.dataschema(),
            traceparent(),
            encoded.data());
    if (rows != 1) {
      throw new IllegalStateException("There is no stream " + streamId);
    }
    wakeAfterCommit();
  }

  /** The event as it will be sent, checked against its schema where that is switched on. */
  public EncodedEvent encode(Object event) {
    try {
      var type = EventTypes.nameOf(event.getClass());
      var data = json.writeValueAsString(event);
      schemas.validate(type, data);
      return new EncodedEvent(type, schemas.uriOf(type), data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public void wakeAfterCommit() {
    afterCommit.run(signal::wake);
  }

  /** The W3C trace context of the running span, or null without one. */
  public String traceparent() {
    var span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }
}
