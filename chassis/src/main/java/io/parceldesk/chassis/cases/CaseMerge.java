package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/** Makes one case of two that are the same matter, under both locks (conformance 10). */
@ApplicationScoped
class CaseMerge {
  private final Transactions transactions;
  private final CaseLocks locks;
  private final CaseAccess access;
  private final EntityManager entities;
  private final Deadlines deadlines;
  private final CaseLinks links;
  private final CaseWriter writer;
  private final CaseFiles files;

  CaseMerge(
      Transactions transactions,
      CaseLocks locks,
      CaseAccess access,
      EntityManager entities,
      Deadlines deadlines,
      CaseLinks links,
      CaseWriter writer,
      CaseFiles files) {
    this.transactions = transactions;
    this.locks = locks;
    this.access = access;
    this.entities = entities;
    this.deadlines = deadlines;
    this.links = links;
    this.writer = writer;
    this.files = files;
  }

  <C extends Case> CaseFile<C> merge(
      Cases<C> cases,
      CaseNumber number,
      Supplier<CaseNumber> into,
      IfMatch ifMatch,
      CaseAction action,
      Merger.Decision<C> decision) {
    return transactions.run(
        () -> {
          requireMergeable(cases, cases.load(locks.find(number)), ifMatch, action);
          var survivorsNumber = into.get();
          CaseAccess.requireKind(cases, survivorsNumber);
          var locked = locks.lockBoth(number, survivorsNumber);
          var merged = fresh(cases, locked.get(number));
          var survivor = fresh(cases, locked.get(survivorsNumber));
          requireMergeable(cases, merged, ifMatch, action);
          access.require(survivor, false);
          var now = latest(locked.values());
          write(cases, merged, survivor, decision.on(merged, survivor, now), now);
          return files.of(cases, merged);
        });
  }

  private <C extends Case> void write(
      Cases<C> cases, C merged, C survivor, Merger merger, Instant now) {
    entities.flush();
    deadlines.merge(merged, survivor, merger.going(), now);
    links.merge(merged, survivor, now);
    writer.write(cases, merged, merger.ofMerged(), now);
    writer.write(cases, survivor, merger.ofSurvivor(), now);
  }

  private void requireMergeable(Cases<?> cases, Case subject, IfMatch ifMatch, CaseAction action) {
    CaseAccess.requireKind(cases, subject.number());
    access.require(subject, false);
    subject.requireNotAnonymised();
    access.requirePossible(cases, subject, ifMatch, action);
  }

  /** As it is now that it is locked, whatever the transaction had read of it before. */
  private <C extends Case> C fresh(Cases<C> cases, CaseLocks.Locked lock) {
    var subject = cases.load(lock.caseId());
    entities.refresh(subject);
    return subject;
  }

  private static Instant latest(Collection<CaseLocks.Locked> locks) {
    return locks.stream().map(CaseLocks.Locked::now).max(Instant::compareTo).orElseThrow();
  }
}
