package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.deadline.LockedCases.Locked;
import io.parceldesk.chassis.timeline.Timeline;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings open deadlines in line with a calendar that was edited, or with a version of their policy
 * that says {@code applyToOpen}. What is behind is seen from the rows themselves, so that a crash
 * loses nothing and any replica may go on. Deadlines that have ended, or were breached, never move.
 */
@ApplicationScoped
class Reprojection {
  private static final String BEHIND_CALENDAR =
      """
      select distinct case_id from (
        select case_id from deadline
         where state in ('RUNNING', 'PAUSED') and calendar_id = ? and calendar_revision < ?
         limit %d) behind
      """
          .formatted(LockedCases.BATCH);

  private static final String BEHIND_POLICY =
      """
      select distinct case_id from (
        select case_id from deadline
         where state in ('RUNNING', 'PAUSED') and policy_id = ? and policy_version < ?
         limit %d) behind
      """
          .formatted(LockedCases.BATCH);

  private final Sql sql;
  private final Transactions transactions;
  private final LockedCases cases;
  private final DeadlineStore store;
  private final Rulebooks rulebooks;
  private final FiringAnnouncer announcer;
  private final Timeline timeline;

  Reprojection(
      Sql sql,
      Transactions transactions,
      LockedCases cases,
      DeadlineStore store,
      Rulebooks rulebooks,
      FiringAnnouncer announcer,
      Timeline timeline) {
    this.sql = sql;
    this.transactions = transactions;
    this.cases = cases;
    this.store = store;
    this.rulebooks = rulebooks;
    this.announcer = announcer;
    this.timeline = timeline;
  }

  /** Does a batch; the number of cases that were found behind. */
  int advance() {
    var rules = rulebooks.current();
    var behind = behind(rules);
    if (!behind.isEmpty()) {
      transactions.runNew(() -> bringInLine(rules, behind));
    }
    return behind.size();
  }

  private List<UUID> behind(Rulebook rules) {
    var behind = new ArrayList<UUID>();
    for (var calendar : rules.calendars().values()) {
      behind.addAll(ids(BEHIND_CALENDAR, calendar.id(), calendar.revision()));
    }
    for (var policy : rules.inForce(now())) {
      if (policy.terms().applyToOpen()) {
        behind.addAll(ids(BEHIND_POLICY, policy.id(), policy.version()));
      }
    }
    return behind.stream().distinct().limit(LockedCases.BATCH).toList();
  }

  private int bringInLine(Rulebook rules, List<UUID> behind) {
    var locked = cases.lock(behind);
    if (locked.isEmpty()) {
      return 0;
    }
    var now = LockedCases.now(locked);
    var clocks = store.open(locked.stream().map(Locked::caseId).toList());
    var moves = new Moves();
    var byCase = clocks.stream().collect(groupingBy(clock -> clock.row().caseId));
    byCase.values().forEach(ofCase -> moves.addAll(follow(rules, ofCase, now)));
    var claimed = store.save(clocks);
    for (var subject : cases.load(locked, byCase.keySet())) {
      moves.of(subject).forEach(move -> tell(subject, move, now));
      announcer.announce(subject, byCase.get(subject.id()), claimed, now);
    }
    return locked.size();
  }

  private static List<Move> follow(Rulebook rules, List<Clock> clocks, Instant now) {
    var moves = new ArrayList<Move>();
    for (var clock : inOrderOfCaps(clocks)) {
      var before = clock.row().dueAt;
      var policy =
          rules
              .inForce(clock.row().policyId, now)
              .filter(newer -> newer.terms().applyToOpen())
              .filter(newer -> newer.version() > clock.row().policyVersion)
              .orElse(clock.policy());
      var calendar = rules.calendars().get(clock.row().calendarId);
      var reason = policy == clock.policy() ? "calendar " + calendar.id() : policy.reference();
      clock.reproject(
          now, policy, calendar, Deadlines.capOf(policy, clocks).orElse(clock.row().capAt));
      if (!before.equals(clock.row().dueAt)) {
        moves.add(new Move(clock, before, reason));
      }
    }
    return moves;
  }

  /** What caps others is computed before them. */
  private static List<Clock> inOrderOfCaps(List<Clock> clocks) {
    return clocks.stream().sorted((a, b) -> Boolean.compare(isCapped(a), isCapped(b))).toList();
  }

  private static boolean isCapped(Clock clock) {
    return clock.policy().terms().cappedBy() != null;
  }

  private void tell(Case subject, Move move, Instant now) {
    var note =
        "%s: %s -> %s (%s)"
            .formatted(
                move.clock().row().kind, move.before(), move.clock().row().dueAt, move.reason());
    timeline.append(
        subject.id(),
        now,
        "parceldesk",
        Change.within("deadline-moved", subject.statusName()).noting(note));
  }

  private List<UUID> ids(String query, String id, long version) {
    return sql.list(query, row -> SqlValue.uuid(row, "case_id"), id, version);
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }

  private record Move(Clock clock, Instant before, String reason) {}

  private static final class Moves extends ArrayList<Move> {
    List<Move> of(Case subject) {
      return stream().filter(move -> move.clock().row().caseId.equals(subject.id())).toList();
    }
  }
}
