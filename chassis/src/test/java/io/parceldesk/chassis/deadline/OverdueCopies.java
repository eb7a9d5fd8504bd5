package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Copies a case with an overdue clock as often as wanted, none of whose rungs has fired. */
record OverdueCopies(Sql sql) {
  private static final String COPY =
      """
      with numbers as (
        select uuidv7() as id, uuidv7() as deadline_id, number
          from unnest(?::text[]) as numbers (number)),
      template as (
        select s.case_id, d.id as deadline_id
          from case_stream s join deadline d using (case_id) where s.number = ?),
      streams as (
        insert into case_stream (case_id, kind, number)
        select id, 'COMPLAINT', number from numbers),
      samples as (
        insert into sample_case
        select (jsonb_populate_record(c,
                  jsonb_build_object('id', n.id, 'number', n.number, 'level', 0))).*
          from template t join sample_case c on c.id = t.case_id cross join numbers n),
      clocks as (
        insert into deadline
        select (jsonb_populate_record(d, jsonb_build_object(
                  'id', n.deadline_id, 'case_id', n.id, 'state', 'RUNNING', 'breached_at', null,
                  'projected_at', d.started_at, 'retroactive', false,
                  'next_rung_at', d.started_at + interval '90 minutes'))).*
          from template t join deadline d on d.id = t.deadline_id cross join numbers n)
      insert into deadline_segment (deadline_id, no, state, from_at)
      select n.deadline_id, 0, 'RUNNING', d.started_at
        from template t join deadline d on d.id = t.deadline_id cross join numbers n
      """;

  List<CaseNumber> of(CaseNumber template, int copies) {
    var first = sql.first("select nextval('case_number')", row -> row.getLong(1)).orElseThrow();
    sql.first("select setval('case_number', ?)", row -> row.getLong(1), first + copies);
    var now =
        sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
            .orElse(Instant.EPOCH);
    var numbers =
        IntStream.rangeClosed(1, copies)
            .mapToObj(i -> CaseNumber.of(CaseKind.COMPLAINT, now, first + i))
            .toList();
    sql.update(COPY, numbers.stream().map(CaseNumber::text).toList(), template.text());
    return numbers;
  }
}
