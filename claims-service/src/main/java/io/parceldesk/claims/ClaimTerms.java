package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How claims are handled, as {@code claims/handling.yaml} says.
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

  /** A place of the checklist: one of these papers. */
  public record Requirement(List<EvidenceSlot> anyOf, Need need) {
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
