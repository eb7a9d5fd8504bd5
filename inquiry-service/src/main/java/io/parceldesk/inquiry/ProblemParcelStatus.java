package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The life of a problem parcel (PRB-02 to PRB-06), and the only ways from one step to the next. */
public enum ProblemParcelStatus implements CaseStatus<ProblemParcelStatus> {
  DECLARED,
  AWAITING_SENDER,
  AWAITING_COURIER,
  INSTRUCTED,
  RESOLVED,
  UNCLAIMED;

  public boolean isOpen() {
    return !successors().isEmpty();
  }

  @Override
  public Set<ProblemParcelStatus> successors() {
    return switch (this) {
      case DECLARED -> Set.of(AWAITING_COURIER, INSTRUCTED, RESOLVED, UNCLAIMED);
      case AWAITING_SENDER -> Set.of(AWAITING_COURIER, INSTRUCTED, RESOLVED, UNCLAIMED);
      // refused amounts are the sender's matter again (PRB-05)
      case AWAITING_COURIER -> Set.of(INSTRUCTED, AWAITING_SENDER, DECLARED, RESOLVED, UNCLAIMED);
      // what could not be done is the sender's matter again
      case INSTRUCTED -> Set.of(AWAITING_SENDER, DECLARED, RESOLVED, UNCLAIMED);
      case RESOLVED, UNCLAIMED -> Set.of();
    };
  }
}
