package io.parceldesk.chassis.cases;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.transaction.RowJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a new case with all that belongs to it in one statement: aggregate, stream, deadlines,
 * timeline, link and outbox. Opening is the hot path; each round trip that it saves counts.
 */
@ApplicationScoped
class OpeningStatement {
  private static final String INSERT =
      """
      with opened as (insert into %1$s select * from jsonb_populate_record(
        null::%1$s, ?::jsonb || jsonb_build_object('next_due_at', ?::timestamptz))),
      stream as (insert into case_stream (case_id, kind, number, seq, without_policy)
        values (?, ?, ?, ?, ?)),
      persons as (insert into case_subject (case_id, kind, subject) select ?, ?, unnest(?::text[])),
      clocks as (insert into deadline
        select * from jsonb_populate_recordset(null::deadline, ?::jsonb)),
      segments as (insert into deadline_segment
        select * from jsonb_populate_recordset(null::deadline_segment, ?::jsonb)),
      told as (insert into timeline (case_id, at, actor, action, to_status, note)
        values (?, ?, ?, ?, ?, ?)),
      linked as (insert into case_link (case_id, number, kind, relation, linked_at)
        select ?, number, kind, 'ORIGIN', ? from jsonb_to_recordset(?::jsonb) as o(number text, kind text))
      insert into outbox (case_id, case_seq, topic, type, subject, dataschema, traceparent, data)
        select ?, seq, ?, type, ?, dataschema, ?, data
          from jsonb_to_recordset(?::jsonb) as e(seq bigint, type text, dataschema text, data jsonb)
         order by seq
      """;

  private final Sql sql;
  private final Outbox outbox;

  OpeningStatement(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  void write(
      Cases<?> cases,
      Case opened,
      List<String> persons,
      OpeningClocks clocks,
      Change change,
      CaseRef origin,
      String actor,
      Instant now) {
    var events = change.events();
    sql.update(
        INSERT.formatted(cases.table()),
        RowJson.write(opened),
        clocks.nextDueAt(),
        opened.id(),
        cases.kind(),
        opened.number().text(),
        (long) events.size(),
        clocks.withoutPolicy().isEmpty() ? null : clocks.withoutPolicy(),
        opened.id(),
        cases.kind(),
        persons,
        RowJson.write(clocks.deadlines()),
        RowJson.write(clocks.segments()),
        opened.id(),
        now,
        actor,
        change.action(),
        change.to(),
        change.note(),
        opened.id(),
        now,
        RowJson.write(origin == null ? List.of() : List.of(origin)),
        opened.id(),
        cases.kind().topic(),
        opened.number().text(),
        outbox.traceparent(),
        RowJson.write(rows(events)));
    outbox.wakeAfterCommit();
  }

  private List<EventRow> rows(List<?> events) {
    return IntStream.range(0, events.size())
        .mapToObj(
            i -> {
              var record = outbox.encode(events.get(i));
              return new EventRow(i + 1, record.type(), record.dataschema(), record.data());
            })
        .toList();
  }

  private record EventRow(long seq, String type, String dataschema, @JsonRawValue String data) {}
}
