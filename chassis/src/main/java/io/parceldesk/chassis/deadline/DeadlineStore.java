package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.transaction.RowJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads and saves clocks; the caller holds the locks of their cases' streams. */
@ApplicationScoped
class DeadlineStore {
  private static final String CLOCKS =
      """
      select to_jsonb(d)::text as deadline,
             (select jsonb_agg(to_jsonb(s) order by s.no)::text
                from deadline_segment s where s.deadline_id = d.id) as segments,
             (select coalesce(jsonb_agg(f.rung), '[]')::text
                from deadline_firing f where f.deadline_id = d.id) as fired
        from deadline d
      """;

  private static final String OPEN =
      CLOCKS + " where d.case_id = any(?) and d.met_at is null and d.cancelled_at is null";

  // what is replaced comes before what replaces it: only one clock of a kind (and about) may run
  private static final String SAVE =
      """
      with clocks as (
        insert into deadline as d
        select * from jsonb_populate_recordset(null::deadline, ?::jsonb)
        on conflict (id) do update set
          policy_id = excluded.policy_id, policy_version = excluded.policy_version,
          rule = excluded.rule, budget = excluded.budget,
          calendar_id = excluded.calendar_id, calendar_revision = excluded.calendar_revision,
          counts_from = excluded.counts_from, cap_at = excluded.cap_at,
          merged_due_at = excluded.merged_due_at, due_at = excluded.due_at,
          projected_at = excluded.projected_at, calendar_complete = excluded.calendar_complete,
          state = excluded.state, met_at = excluded.met_at, breached_at = excluded.breached_at,
          cancelled_at = excluded.cancelled_at, retroactive = excluded.retroactive,
          next_rung_at = excluded.next_rung_at, failures = excluded.failures),
      segments as (
        insert into deadline_segment
        select * from jsonb_populate_recordset(null::deadline_segment, ?::jsonb)
        on conflict (deadline_id, no) do update set to_at = excluded.to_at
          where deadline_segment.to_at is distinct from excluded.to_at)
      insert into deadline_firing
      select * from jsonb_populate_recordset(null::deadline_firing, ?::jsonb)
      on conflict do nothing
      returning deadline_id, rung
      """;

  private record Claim(UUID deadlineId, String rung) {}

  private final Sql sql;
  private final Rulebooks rulebooks;
  private final NextDue nextDue;

  DeadlineStore(Sql sql, Rulebooks rulebooks, NextDue nextDue) {
    this.sql = sql;
    this.rulebooks = rulebooks;
    this.nextDue = nextDue;
  }

  /** The open clocks of a case, of the given kinds only. */
  List<Clock> open(UUID caseId, Collection<String> kinds) {
    return read(
        rulebooks.current(),
        OPEN + " and d.kind = any(?) order by d.started_at, d.id",
        List.of(caseId),
        kinds);
  }

  /** The open clocks of a case. */
  List<Clock> open(UUID caseId) {
    return read(rulebooks.current(), OPEN + " order by d.started_at, d.id", List.of(caseId));
  }

  /** The open clocks of these cases. */
  List<Clock> open(Collection<UUID> caseIds) {
    return read(rulebooks.current(), OPEN + " order by d.case_id, d.started_at, d.id", caseIds);
  }

  /** The clocks of these cases whose next rung has come. */
  List<Clock> due(Collection<UUID> caseIds, Instant now) {
    return read(
        rulebooks.current(),
        OPEN + " and d.next_rung_at <= ? order by d.case_id, d.next_rung_at, d.id",
        caseIds,
        now);
  }

  /** All clocks that the case ever had. */
  List<Clock> ever(UUID caseId) {
    return read(rulebooks.current(), CLOCKS + " where d.case_id = ?", caseId);
  }

  /** What fired on these clocks, by clock and rung. */
  Map<UUID, Map<String, Firing>> firings(Collection<UUID> deadlineIds) {
    List<Firing> firings =
        sql.list(
            "select to_jsonb(f)::text as firing from deadline_firing f where deadline_id = any(?)",
            row -> RowJson.read(row.getString("firing"), new TypeReference<>() {}),
            deadlineIds);
    return firings.stream()
        .collect(groupingBy(Firing::deadlineId, toMap(Firing::rung, Function.identity())));
  }

  /** All deadlines that the cases ever had. */
  List<DeadlineRow> all(Collection<UUID> caseIds) {
    return sql.list(
        "select to_jsonb(d)::text as deadline from deadline d where case_id = any(?)",
        row -> RowJson.read(row.getString("deadline"), new TypeReference<>() {}),
        caseIds);
  }

  /**
   * Writes the clocks with what fired on them, and gives back the firings that this transaction
   * claimed. What somebody else had claimed must not be announced again.
   */
  List<Firing> save(List<Clock> clocks) {
    var firings = clocks.stream().flatMap(clock -> clock.firings().stream()).toList();
    Set<Claim> claims =
        sql
            .list(
                SAVE,
                row -> new Claim(SqlValue.uuid(row, "deadline_id"), row.getString("rung")),
                RowJson.write(clocks.stream().map(Clock::row).toList()),
                RowJson.write(clocks.stream().flatMap(c -> c.segmentRows().stream()).toList()),
                RowJson.write(firings))
            .stream()
            .collect(Collectors.toSet());
    nextDue.keep(clocks.stream().map(clock -> clock.row().caseId).collect(Collectors.toSet()));
    return firings.stream()
        .filter(firing -> claims.contains(new Claim(firing.deadlineId(), firing.rung())))
        .toList();
  }

  /** The newest such clock that the case ever had. */
  Optional<Clock> newest(UUID caseId, ClockKey key) {
    return read(
            rulebooks.current(),
            CLOCKS
                + """
                 where d.case_id = ? and d.kind = ? and d.about is not distinct from ?
                 order by d.started_at desc, d.id desc limit 1
                """,
            caseId,
            key.kind(),
            key.about())
        .stream()
        .findFirst();
  }

  /**
   * Gives another case every clock about these matters, with its ledger and what fired on it. The
   * caller holds the locks of both.
   */
  void handOver(UUID from, UUID to, Collection<String> abouts) {
    sql.update(
        "update deadline set case_id = ? where case_id = ? and about = any(?)", to, from, abouts);
    nextDue.keep(List.of(from, to));
  }

  private List<Clock> read(Rulebook rules, String query, Object... parameters) {
    return sql.list(
        query,
        row ->
            clock(
                rules,
                RowJson.read(row.getString("deadline"), new TypeReference<>() {}),
                RowJson.read(row.getString("segments"), new TypeReference<>() {}),
                RowJson.read(row.getString("fired"), new TypeReference<>() {})),
        parameters);
  }

  private static Clock clock(
      Rulebook rules, DeadlineRow row, List<SegmentRow> segments, Set<String> fired) {
    var ledger = new Ledger(segments.stream().map(SegmentRow::segment).toList());
    var policy = rules.version(row.policyId, row.policyVersion).orElseThrow();
    return new Clock(row, ledger, fired, policy, rules.calendars().get(row.calendarId));
  }
}
