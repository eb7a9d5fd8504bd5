package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an admin's policy must respect: the kinds that there are, and the law. */
record PolicyRules(Rulebook rules, Map<CaseKind, Set<String>> categoriesByKind) {
  private static final Budget SHORTEST = Budget.parse("PT1S");
  private static final Set<Integer> STARS = Set.of(1, 3, 5); // CMP-21

  /** The terms as they will be stored: no kind that is capped can be uncapped (SLA-19). */
  PolicyTerms accept(String id, PolicyTerms terms) {
    requireSomethingToMatch(terms);
    requireTimeToAct(terms);
    requireKnownReasons(terms);
    requireTimelyRungs(terms);
    requireCapThatHolds(terms);
    requireSomethingToWithdraw(id, terms);
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
    if (empty || (caseKind != null && !categoriesByKind.containsKey(caseKind))) {
      throw new DomainException(422, "matches-nothing", "No case of this service would match")
          .with("knownCaseKinds", categoriesByKind.keySet());
    }
    requireKnownStars(match);
    requireKnownCategories(terms);
  }

  private static void requireKnownStars(Match match) {
    if (match.stars() != null && !STARS.containsAll(match.stars())) {
      throw new DomainException(422, "matches-nothing", "A case has 1, 3 or 5 stars")
          .with("knownStars", new TreeSet<>(STARS));
    }
  }

  private void requireKnownCategories(PolicyTerms terms) {
    var match = terms.match();
    var kinds = match.caseKind() == null ? categoriesByKind.keySet() : Set.of(match.caseKind());
    var known = new TreeSet<String>();
    kinds.forEach(kind -> known.addAll(categoriesByKind.get(kind)));
    known.addAll(categoriesOfLimits(terms));
    var anything = kinds.stream().anyMatch(kind -> categoriesByKind.get(kind).isEmpty());
    if (!anything && match.category() != null && !known.containsAll(match.category())) {
      throw new DomainException(422, "matches-nothing", "No case has such a category")
          .with("knownCategories", known);
    }
  }

  /** A limit of what is no case (see {@link TimeLimits}) has the categories that are shipped. */
  private Set<String> categoriesOfLimits(PolicyTerms terms) {
    return shipped()
        .filter(shipped -> shipped.kind().equals(terms.kind()))
        .map(PolicyTerms::match)
        .filter(match -> match.caseKind() == null && match.category() != null)
        .flatMap(match -> match.category().stream())
        .collect(Collectors.toSet());
  }

  private static void requireTimeToAct(PolicyTerms terms) {
    var budget = terms.budget();
    if (budget.isNeverLongerThan(SHORTEST) && !budget.text().equals(SHORTEST.text())) {
      throw new InvalidBody("/budget", "is shorter than a second");
    }
  }

  private static void requireKnownReasons(PolicyTerms terms) {
    if (!terms.pauses().reasons().stream().allMatch(PauseReason::isKnown)) {
      throw new DomainException(422, "unknown-pause-reason", "Nobody pauses for such a reason")
          .with("knownReasons", List.of(PauseReason.values()));
    }
  }

  /** A warning that lies before the start of every clock would never be heard. */
  private static void requireTimelyRungs(PolicyTerms terms) {
    for (int i = 0; i < terms.rungs().size(); i++) {
      var at = terms.rungs().get(i).at();
      if (at.isBefore() && at.amount().filter(terms.budget()::isNeverLongerThan).isPresent()) {
        throw new InvalidBody("/rungs/" + i, "lies before the start of the clock");
      }
    }
  }

  /** What caps others is not capped itself: its due time must be known before theirs. */
  private void requireCapThatHolds(PolicyTerms terms) {
    var known = rules.knownKinds();
    if (terms.cappedBy() != null && !known.contains(terms.cappedBy())) {
      throw new DomainException(
              422, "unknown-deadline-kind", "No deadline here is a " + terms.cappedBy())
          .with("knownKinds", known);
    }
    var chained =
        shipped()
            .filter(other -> other.cappedBy() != null)
            .anyMatch(
                other ->
                    other.kind().equals(terms.cappedBy())
                        || terms.cappedBy() != null && other.cappedBy().equals(terms.kind()));
    if (chained) {
      throw new DomainException(
          422, "chained-cap", "A deadline that caps others cannot be capped itself");
    }
  }

  private void requireSomethingToWithdraw(String id, PolicyTerms terms) {
    if (terms.withdrawn() && !rules.policies().containsKey(id)) {
      throw new DomainException(422, "nothing-to-withdraw", "There is no policy " + id);
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
    return shipped()
        .filter(shipped -> shipped.kind().equals(terms.kind()))
        .filter(shipped -> overlap(shipped.match().caseKind(), terms.match().caseKind()))
        .toList();
  }

  private Stream<PolicyTerms> shipped() {
    return rules.policies().values().stream()
        .flatMap(Collection::stream)
        .filter(DeadlinePolicy::isShipped)
        .map(DeadlinePolicy::terms);
  }

  private static boolean overlap(CaseKind one, CaseKind other) {
    return one == null || other == null || one == other;
  }

  private static boolean isEmpty(Collection<?> alternatives) {
    return alternatives != null && alternatives.isEmpty();
  }
}
