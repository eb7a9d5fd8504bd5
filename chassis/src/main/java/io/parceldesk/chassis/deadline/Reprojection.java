package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.deadline.LockedCases.Locked;
import io.parceldesk.chassis.deadline.Realignment.Move;
import io.parceldesk.chassis.timeline.Timeline;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings open deadlines in line with a calendar that was edited, or with a version of their policy
 * that says {@code applyToOpen}. What is behind is seen from the rows themselves, so that a crash
 * loses nothing and any replica may go on. Deadlines that have ended, or were breached, never move.
 */
@ApplicationScoped
class Reprojection {
  private static final Logger LOG = Logger.getLogger(Reprojection.class);

  private final Sql sql;
  private final Transactions transactions;
  private final Behind behind;
  private final LockedCases cases;
  private final DeadlineStore store;
  private final CalendarStore calendars;
  private final Rulebooks rulebooks;
  private final FiringAnnouncer announcer;
  private final Timeline timeline;
  private final Counter failures;
  private final Set<UUID> putOff = ConcurrentHashMap.newKeySet();

  Reprojection(
      Sql sql,
      Transactions transactions,
      Behind behind,
      LockedCases cases,
      DeadlineStore store,
      CalendarStore calendars,
      Rulebooks rulebooks,
      FiringAnnouncer announcer,
      Timeline timeline,
      MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.behind = behind;
    this.cases = cases;
    this.store = store;
    this.calendars = calendars;
    this.rulebooks = rulebooks;
    this.announcer = announcer;
    this.timeline = timeline;
    this.failures = metrics.counter("parceldesk.deadline.reprojection.failures");
  }

  /**
   * Does a batch; the number of cases that were found behind. A case that fails is left aside until
   * all others are in line.
   */
  int advance() {
    var rules = rulebooks.current();
    var found = found(rules);
    if (found.isEmpty()) {
      putOff.clear(); // tried again when the sweep looks for newer rules next
    } else {
      bringInLine(rules, found);
    }
    return found.size();
  }

  private List<UUID> found(Rulebook rules) {
    var found = new ArrayList<>(behind.cases(Behind.calendars(rules.calendars()), putOff));
    for (var policy : rules.inForce(now())) {
      if (policy.terms().applyToOpen()) {
        found.addAll(behind.cases(Behind.policy(policy), putOff));
      }
    }
    return found.stream().distinct().limit(LockedCases.BATCH).toList();
  }

  private void bringInLine(Rulebook rules, List<UUID> found) {
    try {
      transactions.runNew(() -> bringLockedInLine(rules, found));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      LOG.debug("A batch of deadlines is computed again case by case", e);
      found.forEach(caseId -> bringAloneInLine(rules, caseId));
    }
  }

  /** What fails for one case must not keep the others where they are. */
  private void bringAloneInLine(Rulebook rules, UUID caseId) {
    try {
      transactions.runNew(() -> bringLockedInLine(rules, List.of(caseId)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      failures.increment();
      putOff.add(caseId);
      LOG.errorf(e, "The deadlines of case %s could not be computed again", caseId);
    }
  }

  private int bringLockedInLine(Rulebook rules, List<UUID> found) {
    var locked = cases.lock(found);
    if (locked.isEmpty()) {
      return 0;
    }
    var now = LockedCases.now(locked);
    var clocks = store.open(locked.stream().map(Locked::caseId).toList());
    var byCase = clocks.stream().collect(groupingBy(clock -> clock.row().caseId));
    var moves = new ArrayList<Move>();
    byCase.values().forEach(ofCase -> moves.addAll(Realignment.follow(rules, ofCase, now)));
    var claimed = store.save(clocks);
    var reasons = new Reasons(rules.calendars(), calendars);
    for (var subject : cases.load(locked, byCase.keySet())) {
      moves.stream()
          .filter(move -> move.clock().row().caseId.equals(subject.id()))
          .forEach(move -> tell(subject, move, reasons.of(move), now));
      announcer.announce(subject, byCase.get(subject.id()), claimed, now);
    }
    return locked.size();
  }

  private void tell(Case subject, Move move, String reason, Instant now) {
    var row = move.clock().row();
    var which = row.about == null ? row.kind : row.kind + " " + row.about;
    var note = "%s: %s -> %s (%s)".formatted(which, move.before(), move.after(), reason);
    var status = subject.statusName();
    timeline.append(
        subject.id(), now, "parceldesk", Change.within("deadline-moved", status).noting(note));
  }

  private Instant now() {
    return sql.first("select now() as now", row -> SqlValue.instant(row, "now")).orElseThrow();
  }
}
