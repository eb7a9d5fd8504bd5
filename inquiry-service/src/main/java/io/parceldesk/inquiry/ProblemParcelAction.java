package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_COURIER;
import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_SENDER;
import static io.parceldesk.inquiry.ProblemParcelStatus.DECLARED;
import static io.parceldesk.inquiry.ProblemParcelStatus.INSTRUCTED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.function.Predicate;

/** What can be done with a problem parcel, and in which status. */
public enum ProblemParcelAction implements CaseAction {
  INSTRUCTION(status -> status == DECLARED || status == AWAITING_SENDER),
  REMINDER(status -> status == AWAITING_SENDER),
  COURIER_CONFIRMATION(status -> status == AWAITING_COURIER),
  ACKNOWLEDGEMENT(status -> status == INSTRUCTED),
  FAILURE(status -> status == INSTRUCTED),
  RESOLUTION(ProblemParcelStatus::isOpen);

  private final Predicate<ProblemParcelStatus> possible;

  ProblemParcelAction(Predicate<ProblemParcelStatus> possible) {
    this.possible = possible;
  }

  boolean isPossibleIn(ProblemParcelStatus status) {
    return possible.test(status);
  }
}
