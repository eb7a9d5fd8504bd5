package io.parceldesk.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.trace.Traces;
import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  private static final String APPEND_ALL =
      """
      with events as (
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as e (case_id, topic, type, dataschema, data, position)),
      streams as (
        update case_stream s set seq = s.seq + news.n
          from (select case_id, count(*) as n from events group by case_id) news
         where s.case_id = news.case_id
        returning s.case_id, s.seq - news.n as before, s.number)
      insert into outbox (case_id, case_seq, topic, type, subject, dataschema, traceparent, data)
      select case_id, before + row_number() over (partition by case_id order by position),
             topic, type, number, dataschema, ?, data::jsonb
        from events join streams using (case_id) order by position
      """;

  /** Begins the streams that have not begun, and takes their locks, in ascending id. */
  private static final String APPEND_TO_STREAMS =
      """
      with events as (
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as e (case_id, number, type, dataschema, data, position)),
      news as (select case_id, number, count(*) as n from events group by case_id, number),
      streams as (
        insert into case_stream as s (case_id, kind, number, seq)
        select case_id, ?, number, n from news order by case_id
        on conflict (case_id) do update set seq = s.seq + excluded.seq
        returning s.case_id, s.seq)
      insert into outbox (case_id, case_seq, topic, type, subject, dataschema, traceparent, data)
      select case_id, seq - n + row_number() over (partition by case_id order by position),
             ?, type, e.number, dataschema, ?, data::jsonb
        from events e join streams using (case_id) join news using (case_id) order by position
      """;

  /** An event of a stream that is not a case's; the number is its subject. */
  public record StreamEvent(UUID streamId, String number, Object event) {}

  private static final String BEGIN_ALL =
      """
      insert into case_stream (case_id, kind, number)
      select id, ?, number from unnest(?::uuid[], ?::text[]) as s (id, number) order by id
      on conflict do nothing
      """;

  private static final String LOCK_ALL =
      "select 1 from case_stream where case_id = any(?) order by case_id for update";

  private static final String LOCK_FREE =
      """
      select case_id from case_stream where case_id = any(?)
       order by case_id limit ? for update skip locked
      """;

  private record Waiting(UUID streamId, String topic, EncodedEvent event) {}

  private final ThreadLocal<List<Waiting>> together = new ThreadLocal<>();
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
   * Begins many streams of one kind, unless they have begun, and takes their locks in ascending
   * order of their ids, so that two who do so at once wait for each other and never in a circle.
   */
  public void beginStreams(String kind, Map<UUID, String> numbersById) {
    sql.update(BEGIN_ALL, kind, numbersById.keySet(), numbersById.values());
    sql.list(LOCK_ALL, row -> 1, numbersById.keySet());
  }

  /** Takes the locks of those streams that nobody else holds, at most so many; their ids. */
  public List<UUID> lockFreeStreams(Collection<UUID> ids, int most) {
    return sql.list(LOCK_FREE, row -> SqlValue.uuid(row, "case_id"), ids, most);
  }

  /**
   * Appends an event of the contracts to a stream. Everything flushed to the database comes before
   * it.
   */
  public void append(UUID streamId, String topic, Object event) {
    var encoded = encode(event);
    if (together.get() != null) {
      together.get().add(new Waiting(streamId, topic, encoded));
      return;
    }
    var rows =
        sql.update(
            APPEND,
            streamId,
            topic,
            encoded.type(),
            encoded.dataschema(),
            traceparent(),
            encoded.data());
    requireAll(1, rows);
    wakeAfterCommit();
  }

  /** Appends to streams of a kind, begun or not, in the order of the list and in one statement. */
  public void append(String kind, String topic, List<StreamEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    var encoded = events.stream().map(event -> encode(event.event())).toList();
    var rows =
        sql.update(
            APPEND_TO_STREAMS,
            events.stream().map(StreamEvent::streamId).toList(),
            events.stream().map(StreamEvent::number).toList(),
            encoded.stream().map(EncodedEvent::type).toList(),
            encoded.stream().map(EncodedEvent::dataschema).toList(),
            encoded.stream().map(EncodedEvent::data).toList(),
            kind,
            topic,
            traceparent());
    requireAll(events.size(), rows);
    wakeAfterCommit();
  }

  /**
   * Whatever the work appends to streams that the caller has locked is written in its order by one
   * statement at the end: for those who change hundreds of cases in one transaction.
   */
  public void together(Runnable work) {
    together.set(new ArrayList<>());
    try {
      work.run();
      appendAll(together.get());
    } finally {
      together.remove();
    }
  }

  private void appendAll(List<Waiting> events) {
    if (events.isEmpty()) {
      return;
    }
    var rows =
        sql.update(
            APPEND_ALL,
            events.stream().map(Waiting::streamId).toList(),
            events.stream().map(Waiting::topic).toList(),
            events.stream().map(waiting -> waiting.event().type()).toList(),
            events.stream().map(waiting -> waiting.event().dataschema()).toList(),
            events.stream().map(waiting -> waiting.event().data()).toList(),
            traceparent());
    requireAll(events.size(), rows);
    wakeAfterCommit();
  }

  private static void requireAll(int events, int rows) {
    if (rows != events) {
      throw new IllegalStateException("Of %d events %d have a stream".formatted(events, rows));
    }
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
    return Traces.current();
  }
}
