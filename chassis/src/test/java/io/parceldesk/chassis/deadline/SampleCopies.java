package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Many cases like one that there is, their clocks included, in one statement. */
@Singleton
class SampleCopies {
  private static final String COPY =
      """
      with original as (select case_id from case_stream where number = ?),
      copy as materialized (select uuidv7() as id, number from unnest(?::text[]) as number),
      clock as materialized (
        select copy.id as case_id, d.id as original, uuidv7() as id
          from copy cross join deadline d where d.case_id = (select case_id from original)),
      streams as (insert into case_stream (case_id, kind, number)
        select id, 'COMPLAINT', number from copy),
      cases as (insert into sample_case
        select (jsonb_populate_record(c, jsonb_build_object('id', copy.id, 'number', copy.number))).*
          from copy cross join sample_case c where c.id = (select case_id from original)),
      clocks as (insert into deadline
        select (jsonb_populate_record(
                  d, jsonb_build_object('id', clock.id, 'case_id', clock.case_id))).*
          from clock join deadline d on d.id = clock.original)
      insert into deadline_segment
      select (jsonb_populate_record(s, jsonb_build_object('deadline_id', clock.id))).*
        from clock join deadline_segment s on s.deadline_id = clock.original
      """;

  private final Sql sql;

  SampleCopies(Sql sql) {
    this.sql = sql;
  }

  void of(CaseNumber original, int copies) {
    var numbers =
        sql
            .list(
                "select nextval('case_number') from generate_series(1, " + copies + ")",
                row -> row.getLong(1))
            .stream()
            .map(sequence -> CaseNumber.of(CaseKind.COMPLAINT, Instant.now(), sequence).text())
            .toList();
    sql.update(COPY, original.text(), numbers);
  }
}
