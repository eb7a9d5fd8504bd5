package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.cases.OpeningRequest.Duplicates;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Opens cases, or finds that one is open on the waybill already. */
@ApplicationScoped
class CaseOpening {
  private final Transactions transactions;
  private final Tickets tickets;
  private final OpeningStatement openings;
  private final CaseSubjects subjects;
  private final Deadlines deadlines;
  private final CaseMeters meters;
  private final CurrentCaller caller;
  private final CaseChanges changes;
  private final CaseFiles files;
  private final CaseAccess access;

  CaseOpening(
      Transactions transactions,
      Tickets tickets,
      OpeningStatement openings,
      CaseSubjects subjects,
      Deadlines deadlines,
      CaseMeters meters,
      CurrentCaller caller,
      CaseChanges changes,
      CaseFiles files,
      CaseAccess access) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.openings = openings;
    this.subjects = subjects;
    this.deadlines = deadlines;
    this.meters = meters;
    this.caller = caller;
    this.changes = changes;
    this.files = files;
    this.access = access;
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
          var file = write(cases, request, opened, announcement, draw.now());
          if (draw.openDuplicate() != null) {
            changes.hearFromCustomer(cases, request.waybill(), opened.reference());
          }
          return file;
        });
  }

  private <C extends Case> CaseFile<C> write(
      Cases<C> cases,
      OpeningRequest request,
      C opened,
      BiFunction<C, OpeningClocks, Change> announcement,
      Instant now) {
    CaseLog.begin(opened.number().text());
    var starting = deadlines.opening(opened.profile(), now, opened.startsClocksAtOpening());
    var change = cases.completed(opened, announcement.apply(opened, starting.clocks()));
    var clocks = deadlines.openWith(starting, change.clocks());
    var persons = subjects.of(opened.contact());
    openings.write(
        cases, opened, persons, clocks, change, request.origin(), caller.get().name(), now);
    if (cases.namesAtTheOpening()) {
      subjects.enterNamed(cases, opened.id());
    }
    meters.changed(opened, change);
    return new CaseFile<>(
        opened,
        clocks.views(),
        clocks.withoutPolicy(),
        linksOf(request, now),
        null,
        access.allowed(cases, opened));
  }

  private static List<CaseLink> linksOf(OpeningRequest request, Instant now) {
    var origin = request.origin();
    return origin == null
        ? List.of()
        : List.of(new CaseLink(origin.number(), origin.kind(), CaseLink.Relation.ORIGIN, now));
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
    if (request.origin() != null
        && changes.link(open, request.origin(), CaseLink.Relation.ORIGIN)) {
      changes.note(cases, open, attachment);
    }
    return files.read(cases, open);
  }
}
