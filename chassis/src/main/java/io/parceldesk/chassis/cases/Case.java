package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the chassis must know of an aggregate to keep its clock, its history and its events. */
public interface Case {
  UUID id();

  CaseNumber number();

  /** How other cases, and other services, know it. */
  default CaseRef reference() {
    return number().reference();
  }

  String statusName();

  /** Grows with every change; the ETag of the case. */
  long version();

  /** The facts that its events carry. */
  CaseFacts facts();

  Owner owner();

  /**
   * Who has to act before a clock is due: whoever owns the case, but for a clock that is about
   * somebody else's part.
   *
   * @param about which of several clocks of a kind, or null
   */
  default Owner ownerOf(String about) {
    return owner();
  }

  /** Outlets that may see the case although another one owns it: those that were asked to help. */
  default Set<String> outletsAsked() {
    return Set.of();
  }

  /** What it was merged into, where all that still comes belongs; null for nearly every case. */
  default CaseNumber mergedInto() {
    return null;
  }

  /** The customer's contact, sealed, or null. */
  String contact();

  /**
   * The one-time code by which the customer answers without a login, sealed; null where there is
   * nothing to answer.
   */
  default String accessCode() {
    return null;
  }

  /** When everything that names or quotes somebody was taken out of it (REG-11), or null. */
  default Instant anonymisedAt() {
    return null;
  }

  /** An anonymised case can be read and counted, and nothing else: 410. */
  default void requireNotAnonymised() {
    if (anonymisedAt() != null) {
      throw new DomainException(
              410, "case-anonymised", "The case was anonymised as the law asks; nothing can follow")
          .with("anonymisedAt", anonymisedAt());
    }
  }

  /** What decides which deadline policies apply to it. */
  CaseProfile profile();

  /** What can be done with it now, whoever asks. */
  List<? extends CaseAction> possibleActions();

  /** Whether the deadlines that start at an opening start with this one. */
  default boolean startsClocksAtOpening() {
    return true;
  }

  /**
   * The customer got in touch about the same parcel in another case: waiting for them is over
   * (conformance 8).
   */
  default Change hearFromCustomer(CaseRef elsewhere) {
    return Change.within("customer-sign", statusName())
        .noting(elsewhere.number())
        .hearsFromCustomer();
  }
}
