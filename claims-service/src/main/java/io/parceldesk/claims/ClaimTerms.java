package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.WrongValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How claims are handled: the figures that are neither time limits nor amounts of a tariff. What
 * contradicts itself is no terms.
 *
 * @param fourEyesAbove what is more takes two people
 */
public record ClaimTerms(
    Amount amountAtMost,
    Amount fourEyesAbove,
    Amount fastLaneUpTo,
    Period prescription,
    Set<String> refusalRules,
    Map<Ground, List<Requirement>> checklist) {

  private static final Pattern RULE = Pattern.compile("[A-Z]{2,5}-\\d{2}");
  private static final Period LONGEST = Period.ofYears(10);

  public ClaimTerms {
    require(
        !fourEyesAbove.isMoreThan(amountAtMost), "fourEyesAbove must not be above amountAtMost");
    require(!fastLaneUpTo.isMoreThan(amountAtMost), "fastLaneUpTo must not be above amountAtMost");
    requireTime("prescription", prescription);
    require(
        !refusalRules.isEmpty()
            && refusalRules.stream().allMatch(rule -> RULE.matcher(rule).matches()),
        "refusalRules must be rules such as CLM-13");
    require(checklist.keySet().equals(Set.of(Ground.values())), "checklist must have every ground");
    refusalRules = Collections.unmodifiableSortedSet(new TreeSet<>(refusalRules));
    checklist = Collections.unmodifiableMap(new EnumMap<>(checklist));
  }

  private static void requireTime(String name, Period time) {
    var days = time.toTotalMonths() * 30 + time.getDays();
    require(
        !time.isNegative() && days > 0 && days <= LONGEST.toTotalMonths() * 30,
        name + " must be a day to ten years, such as P30D");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new WrongValue(otherwise);
    }
  }

  /** A place of the checklist: one of these papers. */
  public record Requirement(List<EvidenceSlot> anyOf, Need need) {
    public Requirement {
      require(!anyOf.isEmpty(), "anyOf must name a paper");
      anyOf = List.copyOf(anyOf);
    }

    boolean isMetBy(Set<EvidenceSlot> received) {
      return anyOf.stream().anyMatch(received::contains);
    }
  }

  /** Whether there can be an offer without it. */
  public enum Need {
    MANDATORY,
    OPTIONAL
  }

  public List<Requirement> checklistOf(Ground ground) {
    return checklist.getOrDefault(ground, List.of());
  }

  /** What must be there and is not. */
  public List<Requirement> missing(Ground ground, Set<EvidenceSlot> received) {
    return checklistOf(ground).stream()
        .filter(place -> place.need() == Need.MANDATORY && !place.isMetBy(received))
        .toList();
  }

  public boolean needsFourEyes(Amount amount) {
    return amount.isMoreThan(fourEyesAbove);
  }

  /** CLM-14: loss or damage is certain, and the amount is small. */
  public boolean isForFastLane(Ground ground, Amount claimed) {
    return (ground == Ground.LOSS || ground == Ground.DAMAGE)
        && !claimed.isZero()
        && !claimed.isMoreThan(fastLaneUpTo);
  }

  /** The year ended with the same day of the next one; 29 February: 28 February (AMB-20). */
  public boolean isPrescribed(LocalDate dispatchedOn, LocalDate firstContactOn) {
    return firstContactOn.isAfter(dispatchedOn.plus(prescription));
  }
}
