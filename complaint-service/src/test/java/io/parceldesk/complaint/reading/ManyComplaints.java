package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Complaints in any number, made by SQL of one that there is: some years of a courier's complaints,
 * a share of which is still open. Their clocks stand in the rows but not in the sweep.
 */
record ManyComplaints(Sql sql) {
  static final String ASSIGNEE = "person-7";
  static final String DEPARTMENT = "DEPARTMENT-3";
  static final String OUTLET = "OUTLET-11";

  private static final int AT_ONCE = 10_000;
  private static final long FIRST_SEQUENCE = 500_000_000L;

  private static final String ADD =
      """
      with original as (select c from complaint c where c.number = ?),
      drawn as materialized (
        select number, uuidv7() as id, random() < ? as open, random() as at, random() as step,
               random() as due, random() as chance
          from unnest(?::text[]) as number),
      made as materialized (
        select number, id, open, chance,
               case when not open then 'CLOSED' when step < 0.15 then 'RECEIVED'
                    when step < 0.25 then 'ACKNOWLEDGED' when step < 0.65 then 'ASSIGNED'
                    when step < 0.75 then 'INVESTIGATED' when step < 0.8 then 'PLAN_PROPOSED'
                    when step < 0.9 then 'PLAN_APPROVED' when step < 0.97 then 'IMPLEMENTED'
                    else 'CALLED_BACK' end as status,
               case when open then now() - at * interval '9 days'
                    else now() - interval '9 days' - at * interval '3 years' end as opened_at,
               case when open then now() + (due - 0.02) * interval '7 days'
                    else '9999-12-31Z' end as due_at
          from drawn),
      streams as (
        insert into case_stream (case_id, kind, number) select id, 'COMPLAINT', number from made)
      insert into complaint
      select row.* from made, original cross join lateral jsonb_populate_record(original.c,
        jsonb_build_object(
          'id', id, 'number', number, 'status', status, 'opened_at', opened_at,
          'closed_at', case when not open then opened_at + interval '3 days' end,
          'customer_told_at', opened_at, 'next_due_at', due_at,
          'waybill', 'SEED' || right(number, 12),
          'outlet', case when chance < 0.8 then 'OUTLET-' || floor(chance * ?) end,
          'department', case when chance >= 0.8 then 'DEPARTMENT-' || floor(random() * 8) end,
          'assignee', case when status not in ('RECEIVED', 'ACKNOWLEDGED')
                           then 'person-' || floor(random() * ?) end,
          'escalation_level', case when random() < 0.05 then 1 + floor(random() * 3) else 0 end,
          'tier', case when random() < 0.02 then 'VIP' else 'ORDINARY' end,
          'phone_index', md5(number), 'name_index', md5('name' || number))) row
      """;

  /** Like the one with this number; an outlet or person has {@code each} of them, more or less. */
  void add(String original, int complaints, double openShare, int each) {
    var places = Math.max(20, complaints / each);
    for (long from = 0; from < complaints; from += AT_ONCE) {
      var numbers = numbers(from, Math.min(complaints, from + AT_ONCE));
      sql.update(ADD, original, openShare, numbers, places, places);
    }
    sql.update("vacuum analyze complaint");
  }

  void remove() {
    sql.update("delete from complaint where waybill like 'SEED%'");
    sql.update("delete from case_stream where number like 'CMP-______-5________%'");
    sql.update("vacuum analyze complaint");
  }

  private static List<String> numbers(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(i -> CaseNumber.of(CaseKind.COMPLAINT, Instant.EPOCH, FIRST_SEQUENCE + i).text())
        .toList();
  }
}
