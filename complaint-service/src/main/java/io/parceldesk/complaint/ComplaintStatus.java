package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The steps of CMP-05, and the only ways from one to the next. */
public enum ComplaintStatus implements CaseStatus<ComplaintStatus> {
  RECEIVED,
  ACKNOWLEDGED,
  EXPLAINED,
  ASSIGNED,
  INVESTIGATED,
  PLAN_PROPOSED,
  PLAN_APPROVED,
  IMPLEMENTED,
  CALLED_BACK,
  CLOSED,
  MERGED;

  boolean isOpen() {
    return this != CLOSED && this != MERGED;
  }

  /** The customer has no answer yet. */
  boolean awaitsAnswer() {
    return isOpen() && this != EXPLAINED && this != IMPLEMENTED && this != CALLED_BACK;
  }

  @Override
  public Set<ComplaintStatus> successors() {
    return switch (this) {
      case RECEIVED -> Set.of(ACKNOWLEDGED, MERGED);
      case ACKNOWLEDGED -> Set.of(EXPLAINED, ASSIGNED, MERGED);
      case EXPLAINED -> Set.of(CALLED_BACK, CLOSED);
      case ASSIGNED ->
          // handed on (CMP-20); closed though the customer is not satisfied (AMB-35)
          Set.of(ASSIGNED, INVESTIGATED, CLOSED, MERGED);
      case INVESTIGATED -> Set.of(PLAN_PROPOSED, ASSIGNED);
      case PLAN_PROPOSED ->
          Set.of(PLAN_APPROVED, INVESTIGATED); // sent back by the manager (CMP-11)
      case PLAN_APPROVED -> Set.of(IMPLEMENTED);
      case IMPLEMENTED -> Set.of(CALLED_BACK);
      case CALLED_BACK ->
          Set.of(CLOSED, ASSIGNED); // not satisfied: back to the department (CMP-04)
      case CLOSED -> Set.of(ASSIGNED); // reopened
      case MERGED -> Set.of();
    };
  }
}
