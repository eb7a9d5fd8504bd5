package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;

/** Open deadlines in any number, due in the days to come; written by SQL, taken away afterwards. */
record OpenDeadlines(Sql sql) {
  private static final String STREAMS =
      """
      insert into case_stream (case_id, kind, number)
      select uuidv7(), 'COMPLAINT', 'SEED-' || n from generate_series(?::int, ?::int) as n
      """;

  private static final String CLOCKS =
      """
      insert into deadline
        (id, case_id, kind, policy_id, policy_version, rule, nature, budget, promised, calendar_id,
         calendar_revision, started_at, counts_from, due_at, projected_at, calendar_complete,
         state, retroactive, next_rung_at, failures)
      select uuidv7(), case_id, 'WORK_ORDER', 'sample-busy', 1, 'SLA-04', 'SERVICE', 'PT2H', false,
             'company', (select revision from calendar where id = 'company'),
             now(), now(), now() + after, now(), true, 'RUNNING', false, now() + after, 0
        from (select case_id, interval '1 hour' + random() * interval '5 days' as after
                from case_stream where number like 'SEED-%'
                 and not exists (select 1 from deadline d where d.case_id = case_stream.case_id))
             as seeds
      """;

  /** Adds numbers {@code first} to {@code last}, and lets the planner know of them. */
  void add(int first, int last) {
    sql.update(STREAMS, first, last);
    sql.update(CLOCKS);
    sql.update("vacuum analyze deadline");
  }

  void remove() {
    sql.update(
        "delete from deadline where policy_id = 'sample-busy' and due_at > now() + interval '30"
            + " minutes' and case_id in (select case_id from case_stream where number like"
            + " 'SEED-%')");
    sql.update("delete from case_stream where number like 'SEED-%'");
  }
}
