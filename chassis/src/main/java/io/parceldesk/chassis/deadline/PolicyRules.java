package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.problem.DomainException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What an admin's policy must respect: the kinds that there are, and the law. */
record PolicyRules(Rulebook rules, List<CaseKind> kindsOfCases) {

  /** The terms as they will be stored: no kind that is capped can be uncapped (SLA-19). */
  PolicyTerms accept(String id, PolicyTerms terms) {
    requireSomethingToMatch(terms);
    var same = ofSameKind(terms);
    requireLawful(terms, same);
    requireLawKept(id, terms);
    var cap =
        same.stream().map(PolicyTerms::cappedBy).filter(Objects::nonNull).findFirst().orElse(null);
    return terms.cappedBy() == null && cap != null ? terms.cappedBy(cap) : terms;
  }

  private void requireSomethingToMatch(PolicyTerms terms) {
    var known = rules.knownKinds();
    if (!known.contains(terms.kind())) {
      throw new DomainException(
              422, "unknown-deadline-kind", "No deadline here is a " + terms.kind())
          .with("knownKinds", known);
    }
    var match = terms.match();
    var caseKind = match.caseKind();
    var empty =
        isEmpty(match.category())
            || isEmpty(match.stars())
            || isEmpty(match.tier())
            || isEmpty(match.channel());
    if (empty || (caseKind != null && !kindsOfCases.contains(caseKind))) {
      throw new DomainException(422, "matches-nothing", "No case of this service would match");
    }
  }

  /** A statutory limit may be made shorter, never longer, and stays statutory (SLA-18). */
  private static void requireLawful(PolicyTerms terms, List<PolicyTerms> same) {
    var lawful = same.stream().filter(other -> other.nature() == Nature.STATUTORY).toList();
    if (lawful.isEmpty()) {
      return;
    }
    var kept =
        terms.nature() == Nature.STATUTORY
            && lawful.stream().anyMatch(law -> terms.budget().isNeverLongerThan(law.budget()));
    if (!kept) {
      throw refusedByLaw(lawful.get(0));
    }
  }

  /** A shipped statutory policy stays for all its cases. */
  private void requireLawKept(String id, PolicyTerms terms) {
    rules.policies().getOrDefault(id, List.of()).stream()
        .filter(DeadlinePolicy::isShipped)
        .map(DeadlinePolicy::terms)
        .filter(shipped -> shipped.nature() == Nature.STATUTORY)
        .filter(law -> terms.withdrawn() || !terms.match().equals(law.match()))
        .findFirst()
        .ifPresent(
            law -> {
              throw refusedByLaw(law);
            });
  }

  private static DomainException refusedByLaw(PolicyTerms law) {
    return DomainException.refusedByRule(
        String.join(", ", law.rules()),
        "statutory-limit",
        "A limit of the law can be made shorter; it cannot be made longer, paused or withdrawn");
  }

  private List<PolicyTerms> ofSameKind(PolicyTerms terms) {
    return rules.policies().values().stream()
        .flatMap(Collection::stream)
        .filter(DeadlinePolicy::isShipped)
        .map(DeadlinePolicy::terms)
        .filter(shipped -> shipped.kind().equals(terms.kind()))
        .filter(shipped -> overlap(shipped.match().caseKind(), terms.match().caseKind()))
        .toList();
  }

  private static boolean overlap(CaseKind one, CaseKind other) {
    return one == null || other == null || one == other;
  }

  private static boolean isEmpty(Collection<?> alternatives) {
    return alternatives != null && alternatives.isEmpty();
  }
}
