package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.timeline.Timeline;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out of a closed case whatever names or quotes somebody (REG-11). What is counted stays:
 * row, kind, category, outlet, times, deadlines, amounts. One transaction under the case's lock, so
 * that there is never half of it, and that whoever reopens or holds the case meanwhile wins.
 */
@ApplicationScoped
public class Anonymisation {
  /** Somebody works on the case just now. */
  public static final String LOCKED = "LOCKED";

  public static final String PERIOD_RUNS = "PERIOD_RUNS";

  // the case and what was merged into it: it holds their customers too
  private static final String MATTER =
      """
      (select c.id union all
       select s.case_id from case_link l join case_stream s on s.kind = l.kind and s.number = l.number
        where l.case_id = c.id and l.relation = 'DUPLICATE')
      """;

  private static final Obstacle HELD =
      new Obstacle(
          "LEGAL_HOLD",
          """
          exists (select 1 from legal_hold h where h.released_at is null
            and (h.case_id in %1$s
              or h.subjects && array(select subject from case_subject where case_id in %1$s)))
          """
              .formatted(MATTER));

  // what it was merged into still names its customer
  private static final String MERGED =
      """
      exists (select 1 from case_link l join %s o on o.number = l.number
        where l.case_id = c.id and l.relation = 'SURVIVOR' and o.anonymised_at is null
          and exists (select 1 from case_subject s join case_subject its using (subject)
                       where s.case_id = o.id and its.case_id = c.id))
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final CaseLocks locks;
  private final Timeline timeline;
  private final CurrentCaller caller;
  private final NamedPeople named;
  private final CaseSubjects people;

  Anonymisation(
      Sql sql,
      Transactions transactions,
      CaseLocks locks,
      Timeline timeline,
      CurrentCaller caller,
      NamedPeople named,
      CaseSubjects people) {
    this.sql = sql;
    this.transactions = transactions;
    this.locks = locks;
    this.timeline = timeline;
    this.caller = caller;
    this.named = named;
    this.people = people;
  }

  /** What keeps a case, as an expression on {@code c}; null where nothing but its period does. */
  public static String obstacleOf(Cases<?> cases) {
    var all =
        Stream.of(
            Stream.of(
                new Obstacle("ANONYMISED", "c.anonymised_at is not null"),
                new Obstacle("OPEN", "c.closed_at is null"),
                HELD,
                new Obstacle("MERGED", MERGED.formatted(cases.table()))),
            cases.obstacles().stream());
    return all.flatMap(some -> some)
        .map(Obstacle::branch)
        .collect(Collectors.joining("\n", "case ", " end"));
  }

  /** Whether a case {@code c} is under a legal hold, as a condition. */
  public static String isHeld() {
    return HELD.condition();
  }

  private record State(String status, String obstacle, boolean periodIsOver) {}

  /**
   * Empty when it is done, else what keeps the case.
   *
   * @param closedBefore those closed since are too young
   * @param because for the timeline
   */
  public Optional<String> anonymise(Cases<?> cases, UUID id, Instant closedBefore, String because) {
    return unlessKept(
        cases,
        id,
        closedBefore,
        (lock, status) -> {
          clear(cases, lock);
          return Change.within("anonymisation", status).noting(because);
        });
  }

  /**
   * Takes out those with one of the fingerprints whom the case names besides its customer; all else
   * stays. Kept by the same as the whole.
   */
  public Optional<String> eraseNamed(
      Cases<?> cases, UUID id, Instant closedBefore, List<String> subjects, String because) {
    return unlessKept(
        cases,
        id,
        closedBefore,
        (lock, status) -> {
          var roles = eraseNamed(cases, lock, subjects);
          return Change.within("erasure", status).noting(because + " " + String.join(", ", roles));
        });
  }

  private interface Erasure {
    Change of(CaseLocks.Locked lock, String status);
  }

  private Optional<String> unlessKept(
      Cases<?> cases, UUID id, Instant closedBefore, Erasure erasure) {
    return transactions.run(
        () ->
            locks
                .tryLock(id)
                .map(lock -> unlessKept(cases, lock, closedBefore, erasure))
                .orElse(Optional.of(LOCKED)));
  }

  private Optional<String> unlessKept(
      Cases<?> cases, CaseLocks.Locked lock, Instant closedBefore, Erasure erasure) {
    var state = state(cases, lock.caseId(), closedBefore);
    if (state.obstacle() != null) {
      return Optional.of(state.obstacle());
    }
    if (!state.periodIsOver()) {
      return Optional.of(PERIOD_RUNS);
    }
    timeline.append(
        lock.caseId(), lock.now(), caller.get().name(), erasure.of(lock, state.status()));
    return Optional.empty();
  }

  private List<String> eraseNamed(Cases<?> cases, CaseLocks.Locked lock, List<String> subjects) {
    var roles = named.erase(cases, lock.caseId(), subjects);
    sql.update(
        "update %s set version = version + 1 where id = ?".formatted(cases.table()), lock.caseId());
    sql.update(
        "delete from case_subject where case_id = ? and role = any(?)", lock.caseId(), roles);
    people.enterNamed(cases, lock.caseId()); // others in the same role
    return roles;
  }

  private State state(Cases<?> cases, UUID id, Instant closedBefore) {
    return sql.first(
            "select c.status, %s as obstacle, c.closed_at < ? as is_over from %s c where c.id = ?"
                .formatted(obstacleOf(cases), cases.table()),
            row ->
                new State(
                    row.getString("status"), row.getString("obstacle"), row.getBoolean("is_over")),
            closedBefore,
            id)
        .orElseThrow();
  }

  private void clear(Cases<?> cases, CaseLocks.Locked lock) {
    sql.update(
        "update %s set %s, anonymised_at = ?, version = version + 1 where id = ?"
            .formatted(cases.table(), cases.personal().cleared()),
        lock.now(),
        lock.caseId());
    sql.update(
        "update timeline set note = null where case_id = ? and note is not null", lock.caseId());
    sql.update("delete from case_subject where case_id = ?", lock.caseId());
    cases.clearBesides(lock.caseId(), lock.now());
  }

  /** A closed case, by the time of its closing. */
  public record Closed(Instant closedAt, UUID id) {
    public static final Closed FIRST = new Closed(Instant.EPOCH, new UUID(0, 0));
  }

  /** Closed before a time and not anonymised yet, whether or not something keeps them. */
  public List<Closed> closedBefore(Cases<?> cases, Instant time, Closed after, int most) {
    return sql.list(
        """
        select c.closed_at, c.id from %s c
         where c.closed_at < ? and c.anonymised_at is null and (c.closed_at, c.id) > (?, ?)
         order by c.closed_at, c.id limit ?
        """
            .formatted(cases.table()),
        row -> new Closed(SqlValue.instant(row, "closed_at"), SqlValue.uuid(row, "id")),
        time,
        after.closedAt(),
        after.id(),
        most);
  }
}
