package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All policies and calendars as of a stamp. Of the versions of a policy, an admin's newest is in
 * force, else the newest shipped one: a new release never undoes what an admin decided. Of the
 * policies that fit a case the most particular applies, then an admin's, then the newest.
 */
record Rulebook(long stamp, Map<String, List<DeadlinePolicy>> policies, CalendarBook calendars) {

  /** The rules if this version of a policy were added to them. */
  Rulebook with(DeadlinePolicy version) {
    var versions = new ArrayList<>(policies.getOrDefault(version.id(), List.of()));
    versions.add(version);
    var more = new HashMap<>(policies);
    more.put(version.id(), List.copyOf(versions));
    return new Rulebook(stamp, more, calendars);
  }

  /** The rules if the calendars were these. */
  Rulebook with(CalendarBook edited) {
    return new Rulebook(stamp, policies, edited);
  }

  Optional<DeadlinePolicy> version(String id, int version) {
    return policies.getOrDefault(id, List.of()).stream()
        .filter(policy -> policy.version() == version)
        .findFirst();
  }

  int versionsOf(String id) {
    return policies.getOrDefault(id, List.of()).size();
  }

  Optional<DeadlinePolicy> inForce(String id, Instant at) {
    return policies.getOrDefault(id, List.of()).stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(at))
        .max(comparing((DeadlinePolicy p) -> !p.isShipped()).thenComparing(DeadlinePolicy::version))
        .filter(policy -> !policy.terms().withdrawn());
  }

  List<DeadlinePolicy> inForce(Instant at) {
    return policies.keySet().stream()
        .sorted()
        .map(id -> inForce(id, at))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The policy for a deadline of this kind of this case. */
  Optional<DeadlinePolicy> applying(String kind, CaseProfile profile, Instant at) {
    return inForce(at).stream()
        .filter(policy -> policy.terms().kind().equals(kind))
        .filter(policy -> policy.terms().match().fits(profile))
        .max(
            comparing((DeadlinePolicy policy) -> policy.terms().match().particulars())
                .thenComparing(policy -> !policy.isShipped())
                .thenComparing(DeadlinePolicy::effectiveFrom)
                .thenComparing(DeadlinePolicy::id));
  }

  /** The kinds of deadline that start when a case of this kind is opened. */
  Set<String> kindsAtOpening(CaseKind caseKind, Instant at) {
    return inForce(at).stream()
        .map(DeadlinePolicy::terms)
        .filter(terms -> terms.atOpening() && terms.match().isFor(caseKind))
        .map(PolicyTerms::kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The policies of clocks that start when a customer who was answered gets in touch again. */
  List<DeadlinePolicy> startingAfterAnAnswer(CaseProfile profile, Instant at) {
    return inForce(at).stream()
        .filter(policy -> policy.terms().startsAfter() != null)
        .filter(policy -> applying(policy.terms().kind(), profile, at).equals(Optional.of(policy)))
        .toList();
  }

  Set<String> knownKinds() {
    return policies.values().stream()
        .flatMap(Collection::stream)
        .map(policy -> policy.terms().kind())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An outlet's own calendar where it has one, else its region's, else the company's. */
  WorkingCalendar calendarOf(String outlet) {
    return calendars.ofOutlet(outlet);
  }
}
