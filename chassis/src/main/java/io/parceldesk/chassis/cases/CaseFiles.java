package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together all that is kept of a case. */
@ApplicationScoped
class CaseFiles {
  private final Transactions transactions;
  private final CaseLocks locks;
  private final Deadlines deadlines;
  private final CaseLinks links;
  private final LegalHolds holds;
  private final CaseAccess access;

  CaseFiles(
      Transactions transactions,
      CaseLocks locks,
      Deadlines deadlines,
      CaseLinks links,
      LegalHolds holds,
      CaseAccess access) {
    this.transactions = transactions;
    this.locks = locks;
    this.deadlines = deadlines;
    this.links = links;
    this.holds = holds;
    this.access = access;
  }

  <C extends Case> CaseFile<C> read(Cases<C> cases, CaseNumber number) {
    CaseAccess.requireKind(cases, number);
    return transactions.run(
        () -> {
          var subject = cases.load(locks.find(number));
          access.require(subject, true);
          return of(cases, subject);
        });
  }

  /** In the order of the ids; used for pages of a list. */
  <C extends Case> List<CaseFile<C>> of(Cases<C> cases, List<UUID> ids) {
    return transactions.run(
        () -> {
          var known = known(ids);
          Map<UUID, C> loaded =
              cases.loadAll(ids).stream().collect(Collectors.toMap(Case::id, Function.identity()));
          return ids.stream()
              .map(loaded::get)
              .filter(Objects::nonNull)
              .map(subject -> of(cases, subject, known))
              .toList();
        });
  }

  <C extends Case> CaseFile<C> of(Cases<C> cases, C subject) {
    return of(cases, subject, known(List.of(subject.id())));
  }

  /** What there is besides the aggregates, for each that has some. */
  private record Known(
      Map<UUID, List<DeadlineView>> deadlines,
      Map<UUID, List<String>> withoutPolicy,
      Map<UUID, List<CaseLink>> links,
      Map<UUID, LegalHold> holds) {}

  private Known known(List<UUID> ids) {
    return new Known(deadlines.of(ids), deadlines.withoutPolicy(ids), links.of(ids), holds.of(ids));
  }

  private <C extends Case> CaseFile<C> of(Cases<C> cases, C subject, Known known) {
    var id = subject.id();
    return new CaseFile<>(
        subject,
        known.deadlines().getOrDefault(id, List.of()),
        known.withoutPolicy().getOrDefault(id, List.of()),
        known.links().getOrDefault(id, List.of()),
        known.holds().get(id),
        access.allowed(cases, subject));
  }
}
