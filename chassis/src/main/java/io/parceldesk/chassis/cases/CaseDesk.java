package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.cases.OpeningRequest.Duplicates;
import io.parceldesk.chassis.deadline.ClockSteps;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.identity.Permissions;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.timeline.Timeline;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.CaseRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does for {@link Cases} of every kind what is the same for all. */
@ApplicationScoped
public class CaseDesk {
  private final Transactions transactions;
  private final CaseLocks locks;
  private final Tickets tickets;
  private final OpeningStatement openings;
  private final CaseLinks links;
  private final LegalHolds holds;
  private final CaseSubjects subjects;
  private final Deadlines deadlines;
  private final ClockSteps clockSteps;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CurrentCaller caller;
  private final Permissions permissions;
  private final EntityManager entities;
  private final CaseMeters meters;

  CaseDesk(
      Transactions transactions,
      CaseLocks locks,
      Tickets tickets,
      OpeningStatement openings,
      CaseLinks links,
      LegalHolds holds,
      CaseSubjects subjects,
      Deadlines deadlines,
      ClockSteps clockSteps,
      Timeline timeline,
      Outbox outbox,
      CurrentCaller caller,
      Permissions permissions,
      EntityManager entities,
      CaseMeters meters) {
    this.transactions = transactions;
    this.locks = locks;
    this.tickets = tickets;
    this.openings = openings;
    this.links = links;
    this.holds = holds;
    this.subjects = subjects;
    this.deadlines = deadlines;
    this.clockSteps = clockSteps;
    this.timeline = timeline;
    this.outbox = outbox;
    this.caller = caller;
    this.permissions = permissions;
    this.entities = entities;
    this.meters = meters;
  }

  <C extends Case> CaseFile<C> open(
      Cases<C> cases,
      OpeningRequest request,
      Function<Ticket, C> opening,
      BiFunction<C, OpeningClocks, Change> announcement,
      BiFunction<C, Instant, Change> attachment) {
    return transactions.run(
        () -> {
          var draw = tickets.draw(cases, request.waybill());
          if (draw.openDuplicate() != null && request.duplicates() != Duplicates.ALLOW) {
            var open = CaseNumber.parse(draw.openDuplicate());
            return duplicate(cases, request, open, attachment);
          }
          var opened = opening.apply(draw.ticketFor(cases.kind()));
          CaseLog.begin(opened.number().text());
          var starting =
              deadlines.opening(opened.profile(), draw.now(), opened.startsClocksAtOpening());
          var change = cases.completed(opened, announcement.apply(opened, starting.clocks()));
          var clocks = deadlines.openWith(starting, change.clocks());
          var persons = subjects.of(opened.contact());
          openings.write(
              cases, opened, persons, clocks, change, request.origin(), actor(), draw.now());
          if (cases.namesAtTheOpening()) {
            subjects.enterNamed(cases, opened.id());
          }
          meters.changed(opened, change);
          if (draw.openDuplicate() != null) {
            hearFromCustomer(cases, request.waybill(), referenceOf(opened));
          }
          return new CaseFile<>(
              opened,
              clocks.views(),
              clocks.withoutPolicy(),
              linksOf(request, draw.now()),
              null,
              allowed(cases, opened));
        });
  }

  private <C extends Case> CaseFile<C> duplicate(
      Cases<C> cases,
      OpeningRequest request,
      CaseNumber open,
      BiFunction<C, Instant, Change> attachment) {
    if (request.duplicates() == Duplicates.REFUSE) {
      throw new DomainException(
              409, "duplicate-case", "A case of this kind is already open for the waybill")
          .with("number", open.text());
    }
    if (request.origin() != null && link(open, request.origin(), CaseLink.Relation.ORIGIN)) {
      note(cases, open, attachment);
    }
    return read(cases, open);
  }

  <C extends Case> CaseFile<C> change(
      Cases<C> cases,
      CaseNumber number,
      IfMatch ifMatch,
      CaseAction action,
      BiFunction<C, Instant, Change> decision) {
    return transactions.run(
        () -> {
          var lock = lock(cases, number);
          var subject = cases.load(lock.caseId());
          requireAccess(subject, action.isForOutletsAsked());
          subject.requireNotAnonymised();
          requireMatch(ifMatch, subject);
          requirePossible(cases, subject, action);
          write(cases, subject, decision.apply(subject, lock.now()), lock.now());
          return file(cases, subject);
        });
  }

  /** Whether there was anything to do. */
  <C extends Case> boolean note(
      Cases<C> cases, CaseNumber number, BiFunction<C, Instant, Change> decision) {
    return transactions.run(
        () -> {
          var lock = lock(cases, number);
          var subject = cases.load(lock.caseId());
          return subject.mergedInto() == null
              ? changeLocked(cases, subject, lock.now(), decision)
              : note(cases, subject.mergedInto(), decision)
                  || keepAtMerged(cases, subject, lock.now(), decision);
        });
  }

  /** The same for what is this case's own affair, whatever it was merged into. */
  <C extends Case> boolean noteHere(
      Cases<C> cases, CaseNumber number, BiFunction<C, Instant, Change> decision) {
    return transactions.run(
        () -> {
          var lock = lock(cases, number);
          return changeLocked(cases, cases.load(lock.caseId()), lock.now(), decision);
        });
  }

  /** What the survivor has no use for stays where it was filed, and the survivor is told. */
  private <C extends Case> boolean keepAtMerged(
      Cases<C> cases, C merged, Instant now, BiFunction<C, Instant, Change> decision) {
    var kept = merged.anonymisedAt() == null ? decision.apply(merged, now) : null;
    if (kept == null) {
      return false;
    }
    write(cases, merged, kept, now);
    var what = merged.number() + ": " + kept.action();
    note(
        cases,
        merged.mergedInto(),
        (survivor, later) -> Change.within("merged-case", survivor.statusName()).noting(what));
    return true;
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
          requireKind(cases, survivorsNumber);
          var locked = locks.lockBoth(number, survivorsNumber);
          var merged = fresh(cases, locked.get(number));
          var survivor = fresh(cases, locked.get(survivorsNumber));
          requireMergeable(cases, merged, ifMatch, action);
          requireAccess(survivor, false);
          var now = latest(locked.values());
          var merger = decision.on(merged, survivor, now);
          entities.flush();
          deadlines.merge(merged, survivor, merger.going(), now);
          links.merge(merged, survivor, now);
          write(cases, merged, merger.ofMerged(), now);
          write(cases, survivor, merger.ofSurvivor(), now);
          return file(cases, merged);
        });
  }

  private void requireMergeable(Cases<?> cases, Case subject, IfMatch ifMatch, CaseAction action) {
    requireKind(cases, subject.number());
    requireAccess(subject, false);
    subject.requireNotAnonymised();
    requireMatch(ifMatch, subject);
    requirePossible(cases, subject, action);
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

  /** No decision, no change; what was anonymised changes no more. */
  <C extends Case> boolean changeLocked(
      Cases<C> cases, C subject, Instant now, BiFunction<C, Instant, Change> decision) {
    var change = subject.anonymisedAt() == null ? decision.apply(subject, now) : null;
    if (change != null) {
      write(cases, subject, change, now);
    }
    return change != null;
  }

  /** Writes what a decision means for a case whose lock is held. */
  private <C extends Case> void write(Cases<C> cases, C subject, Change decided, Instant now) {
    var change = cases.completed(subject, decided);
    entities.flush(); // what the schema refuses is refused before anything is announced
    subjects.enterNamed(cases, subject.id());
    clockSteps.apply(subject, change.clocks(), now);
    meters.changed(subject, change);
    timeline.append(subject.id(), now, actor(), change);
    change.asides().forEach(aside -> timeline.append(subject.id(), now, actor(), aside));
    change
        .events()
        .forEach(event -> outbox.append(subject.id(), subject.number().kind().topic(), event));
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

  <C extends Case> CaseFile<C> read(Cases<C> cases, CaseNumber number) {
    requireKind(cases, number);
    return transactions.run(
        () -> {
          var subject = cases.load(locks.find(number));
          requireAccess(subject, true);
          return file(cases, subject);
        });
  }

  /** In the order of the ids; used for pages of a list. */
  <C extends Case> List<CaseFile<C>> files(Cases<C> cases, List<UUID> ids) {
    return transactions.run(
        () -> {
          var clocks = deadlines.of(ids);
          var missing = deadlines.withoutPolicy(ids);
          var related = links.of(ids);
          var held = holds.of(ids);
          Map<UUID, C> loaded =
              cases.loadAll(ids).stream().collect(Collectors.toMap(Case::id, Function.identity()));
          return ids.stream()
              .map(loaded::get)
              .filter(Objects::nonNull)
              .map(subject -> file(cases, subject, clocks, missing, related, held))
              .toList();
        });
  }

  private <C extends Case> CaseFile<C> file(Cases<C> cases, C subject) {
    var id = List.of(subject.id());
    return file(
        cases, subject, deadlines.of(id), deadlines.withoutPolicy(id), links.of(id), holds.of(id));
  }

  private <C extends Case> CaseFile<C> file(
      Cases<C> cases,
      C subject,
      Map<UUID, List<DeadlineView>> clocks,
      Map<UUID, List<String>> missing,
      Map<UUID, List<CaseLink>> related,
      Map<UUID, LegalHold> held) {
    return new CaseFile<>(
        subject,
        clocks.getOrDefault(subject.id(), List.of()),
        missing.getOrDefault(subject.id(), List.of()),
        related.getOrDefault(subject.id(), List.of()),
        held.get(subject.id()),
        allowed(cases, subject));
  }

  private static CaseRef referenceOf(Case subject) {
    return new CaseRef(subject.number().text(), subject.number().kind().name());
  }

  private static List<CaseLink> linksOf(OpeningRequest request, Instant now) {
    var origin = request.origin();
    return origin == null
        ? List.of()
        : List.of(new CaseLink(origin.number(), origin.kind(), CaseLink.Relation.ORIGIN, now));
  }

  private CaseLocks.Locked lock(Cases<?> cases, CaseNumber number) {
    requireKind(cases, number);
    CaseLog.begin(number.text());
    return locks.lock(number);
  }

  /** {@code whoWasAsked} as well, or the owner only. */
  private void requireAccess(Case subject, boolean whoWasAsked) {
    var asking = caller.get();
    if (!whoWasAsked || !subject.outletsAsked().contains(String.valueOf(asking.outlet()))) {
      asking.requireAccessTo(subject.owner().outlet());
    }
  }

  private void requirePossible(Cases<?> cases, Case subject, CaseAction action) {
    if (!subject.possibleActions().contains(action)) {
      throw impossible(cases, subject, action);
    }
  }

  private static void requireMatch(IfMatch ifMatch, Case subject) {
    if (ifMatch != null) {
      ifMatch.require(subject.version());
    }
  }

  private static void requireKind(Cases<?> cases, CaseNumber number) {
    if (number.kind() != cases.kind()) {
      throw DomainException.notFound("Case " + number);
    }
  }

  private List<String> allowed(Cases<?> cases, Case subject) {
    if (subject.anonymisedAt() != null) {
      return List.of();
    }
    var asking = caller.get();
    // one that was asked to help may do what is for such outlets; what is of a part, the part says
    var isAnothers =
        asking.isOutletOnly() && !String.valueOf(asking.outlet()).equals(subject.owner().outlet());
    var roles = asking.roles();
    return subject.possibleActions().stream()
        .filter(action -> !isAnothers || action.isForOutletsAsked())
        .filter(action -> !action.isOfAPart())
        .map(CaseAction::noun)
        .filter(noun -> permissions.allows(roles, "POST", cases.path() + "/{number}/" + noun))
        .toList();
  }

  private DomainException impossible(Cases<?> cases, Case subject, CaseAction action) {
    var problem =
        new DomainException(
                409,
                "illegal-transition",
                "A case in status " + subject.statusName() + " has no " + action.noun())
            .with("currentStatus", subject.statusName())
            .with("allowedActions", allowed(cases, subject));
    return subject.mergedInto() == null
        ? problem
        : problem.with("mergedInto", subject.mergedInto().text());
  }

  private String actor() {
    return caller.get().name();
  }
}
