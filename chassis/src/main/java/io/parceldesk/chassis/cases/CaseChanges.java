package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes cases, each under its lock: because somebody asks, or because of what happened. */
@ApplicationScoped
class CaseChanges {
  private final Transactions transactions;
  private final CaseLocks locks;
  private final Deadlines deadlines;
  private final Tickets tickets;
  private final CaseLinks links;
  private final CaseAccess access;
  private final CaseWriter writer;
  private final CaseFiles files;

  CaseChanges(
      Transactions transactions,
      CaseLocks locks,
      Deadlines deadlines,
      Tickets tickets,
      CaseLinks links,
      CaseAccess access,
      CaseWriter writer,
      CaseFiles files) {
    this.transactions = transactions;
    this.locks = locks;
    this.deadlines = deadlines;
    this.tickets = tickets;
    this.links = links;
    this.access = access;
    this.writer = writer;
    this.files = files;
  }

  <C extends Case> CaseFile<C> change(
      Cases<C> cases,
      CaseNumber number,
      IfMatch ifMatch,
      CaseAction action,
      BiFunction<C, Instant, Change> decision) {
    return inTime(
        cases,
        number,
        (subject, now) -> {
          access.require(subject, action.isForOutletsAsked());
          subject.requireNotAnonymised();
          access.requirePossible(cases, subject, ifMatch, action);
          writer.write(cases, subject, decision.apply(subject, now), now);
          return files.of(cases, subject);
        });
  }

  /** Whether there was anything to do. */
  <C extends Case> boolean note(
      Cases<C> cases, CaseNumber number, BiFunction<C, Instant, Change> decision) {
    return inTime(
        cases,
        number,
        (subject, now) ->
            subject.mergedInto() == null
                ? decide(cases, subject, now, decision)
                : note(cases, subject.mergedInto(), decision)
                    || keepAtMerged(cases, subject, now, decision));
  }

  /** The same for what is this case's own affair, whatever it was merged into. */
  <C extends Case> boolean noteHere(
      Cases<C> cases, CaseNumber number, BiFunction<C, Instant, Change> decision) {
    return inTime(cases, number, (subject, now) -> decide(cases, subject, now, decision));
  }

  /**
   * Does something with a case whose lock it takes, after what came due by then: no sweep has to
   * have run for a passed limit to count. That is committed on its own where nobody else's
   * transaction runs, so that a refusal of what came too late does not undo it.
   */
  private <C extends Case, T> T inTime(
      Cases<C> cases, CaseNumber number, BiFunction<C, Instant, T> work) {
    Optional<T> done;
    do {
      done =
          transactions.run(
              () -> {
                var lock = lock(cases, number);
                var subject = cases.load(lock.caseId());
                return lock.due() && deadlines.fireDue(subject, lock.now())
                    ? Optional.empty()
                    : Optional.of(work.apply(subject, lock.now()));
              });
    } while (done.isEmpty());
    return done.get();
  }

  /** What the survivor has no use for stays where it was filed, and the survivor is told. */
  private <C extends Case> boolean keepAtMerged(
      Cases<C> cases, C merged, Instant now, BiFunction<C, Instant, Change> decision) {
    var kept = decided(merged, now, decision);
    if (kept.isEmpty()) {
      return false;
    }
    writer.write(cases, merged, kept.get(), now);
    var what = merged.number() + ": " + kept.get().action();
    note(
        cases,
        merged.mergedInto(),
        (survivor, later) -> Change.within("merged-case", survivor.statusName()).noting(what));
    return true;
  }

  /** No decision, no change; what was anonymised changes no more. */
  private <C extends Case> boolean decide(
      Cases<C> cases, C subject, Instant now, BiFunction<C, Instant, Change> decision) {
    var change = decided(subject, now, decision);
    change.ifPresent(made -> writer.write(cases, subject, made, now));
    return change.isPresent();
  }

  /** What follows from a limit that passed, under the lock of whoever found it. */
  <C extends Case> void changeLocked(
      Cases<C> cases, C subject, Instant now, BiFunction<C, Instant, Change> decision) {
    decided(subject, now, decision)
        .ifPresent(change -> writer.writeUnasked(cases, subject, change, now));
  }

  private static <C extends Case> Optional<Change> decided(
      C subject, Instant now, BiFunction<C, Instant, Change> decision) {
    return subject.anonymisedAt() == null
        ? Optional.ofNullable(decision.apply(subject, now))
        : Optional.empty();
  }

  /** By ascending id, as all locks of several cases. */
  void hearFromCustomer(Cases<?> cases, String waybill, CaseRef elsewhere) {
    if (waybill != null) {
      transactions.run(
          () -> {
            tickets.openOn(cases, waybill).stream()
                .filter(number -> !number.equals(elsewhere.number()))
                .map(CaseNumber::parse)
                .forEach(
                    number ->
                        note(cases, number, (found, now) -> found.hearFromCustomer(elsewhere)));
            return null;
          });
    }
  }

  /** False when they knew each other already. What a merged case learns, its survivor does too. */
  boolean link(CaseNumber number, CaseRef other, CaseLink.Relation relation) {
    return transactions.run(
        () -> {
          var lock = locks.lock(number);
          links
              .survivorOf(lock.caseId())
              .filter(survivor -> !survivor.text().equals(other.number()))
              .ifPresent(survivor -> link(survivor, other, relation));
          return links.add(lock.caseId(), other, relation, lock.now());
        });
  }

  private CaseLocks.Locked lock(Cases<?> cases, CaseNumber number) {
    CaseAccess.requireKind(cases, number);
    CaseLog.begin(number.text());
    return locks.lock(number);
  }
}
