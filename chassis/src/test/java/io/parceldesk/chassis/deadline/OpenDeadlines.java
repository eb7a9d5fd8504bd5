package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;

/** Open deadlines in any number, due in the days to come; written by SQL, taken away afterwards. */
record OpenDeadlines(Sql sql) {
  private static final int AT_ONCE = 20_000;

  private static final String ADD =
      """
      with streams as (
        insert into case_stream (case_id, kind, number)
        select uuidv7(), 'COMPLAINT', 'SEED-' || n from generate_series(?::int, ?::int) as n
        returning case_id, interval '1 hour' + random() * interval '5 days' as after)
      insert into deadline
        (id, case_id, kind, policy_id, policy_version, rule, nature, budget, promised, calendar_id,
         calendar_revision, started_at, counts_from, due_at, projected_at, calendar_complete,
         state, retroactive, next_rung_at, failures)
      select uuidv7(), case_id, 'WORK_ORDER', 'sample-busy', 1, 'SLA-04', 'SERVICE', 'PT2H', false,
             'company', (select stamp from deadline_rules),
             now(), now(), now() + after, now(), true, 'RUNNING', false, now() + after, 0
        from streams
      """;

  private static final String REMOVE =
      """
      with gone as (
        select case_id from case_stream where number like 'SEED-%%' limit %d),
      clocks as (
        delete from deadline where case_id in (select case_id from gone) returning case_id)
      select count(*) from clocks
      """
          .formatted(AT_ONCE);

  /** Adds numbers {@code first} to {@code last}, and lets the planner know of them. */
  void add(int first, int last) {
    for (int from = first; from <= last; from += AT_ONCE) {
      sql.update(ADD, from, Math.min(last, from + AT_ONCE - 1));
    }
    sql.update("vacuum analyze deadline");
  }

  void remove() {
    while (removeSome() > 0) {
      sql.update(
          "delete from case_stream s where number like 'SEED-%'"
              + " and not exists (select 1 from deadline d where d.case_id = s.case_id)");
    }
  }

  private int removeSome() {
    return sql.first(REMOVE, row -> row.getInt(1)).orElse(0);
  }
}
