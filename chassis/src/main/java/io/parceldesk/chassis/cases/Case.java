package io.parceldesk.chassis.cases;

import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.Owner;
import java.util.List;
import java.util.UUID;

/** What the chassis must know of an aggregate to keep its clock, its history and its events. */
public interface Case {
  UUID id();

  CaseNumber number();

  String statusName();

  /** Grows with every change; the ETag of the case. */
  long version();

  /** The facts that its events carry. */
  CaseFacts facts();

  Owner owner();

  /** The customer's contact, sealed, or null. */
  String contact();

  /**
   * The one-time code by which the customer answers without a login, sealed; null where there is
   * nothing to answer.
   */
  default String accessCode() {
    return null;
  }

  /** What decides which deadline policies apply to it. */
  CaseProfile profile();

  /** What can be done with it now, whoever asks. */
  List<? extends CaseAction> possibleActions();

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
