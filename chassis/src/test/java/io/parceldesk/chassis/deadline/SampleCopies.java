package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

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

  private static final String FORGET_FIRINGS =
      """
      with copies as (select case_id from case_stream where number = any(?)),
      cases as (update sample_case set level = 0 where id in (select case_id from copies))
      update deadline
         set state = 'RUNNING', breached_at = null, retroactive = false,
             projected_at = started_at, next_rung_at = started_at + interval '90 minutes'
       where case_id in (select case_id from copies)
      """;

  private final Sql sql;
  private final Transactions transactions;

  SampleCopies(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  List<CaseNumber> of(CaseNumber original, int copies) {
    var numbers =
        sql
            .list(
                "select nextval('case_number') from generate_series(1, " + copies + ")",
                row -> row.getLong(1))
            .stream()
            .map(sequence -> CaseNumber.of(CaseKind.COMPLAINT, Instant.now(), sequence))
            .toList();
    sql.update(COPY, original.text(), texts(numbers));
    return numbers;
  }

  /** Copies whose clocks are as overdue as the original's, but none of whose rungs has fired. */
  List<CaseNumber> unfired(CaseNumber original, int copies) {
    return transactions.run(
        () -> {
          var numbers = of(original, copies);
          sql.update(FORGET_FIRINGS, texts(numbers));
          return numbers;
        });
  }

  private static List<String> texts(List<CaseNumber> numbers) {
    return numbers.stream().map(CaseNumber::text).toList();
  }
}
