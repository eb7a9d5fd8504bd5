package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The way of a dispute between outlets (ARB-08), and the only ways from one step to the next. */
public enum DisputeStatus implements CaseStatus<DisputeStatus> {
  VERIFYING,
  ANNOUNCED,
  ANSWERED,
  NEGOTIATING,
  SUBMITTED,
  RETURNED,
  VERIFIED,
  RULED,
  OBJECTED,
  SETTLED,
  CLOSED_EMPTY;

  boolean isClosed() {
    return successors().isEmpty();
  }

  @Override
  public Set<DisputeStatus> successors() {
    return switch (this) {
      case VERIFYING -> Set.of(ANNOUNCED);
      case ANNOUNCED -> Set.of(ANSWERED, NEGOTIATING, SETTLED);
      case ANSWERED ->
          Set.of(SETTLED, SUBMITTED); // what was accepted may still not be paid (ARB-07)
      case NEGOTIATING -> Set.of(ANSWERED, NEGOTIATING, SETTLED, SUBMITTED); // a late answer counts
      case SUBMITTED -> Set.of(RETURNED, VERIFIED, SETTLED, CLOSED_EMPTY);
      case RETURNED -> Set.of(SUBMITTED, SETTLED, CLOSED_EMPTY);
      case VERIFIED -> Set.of(RULED, SETTLED);
      case RULED -> Set.of(OBJECTED, SETTLED);
      case OBJECTED -> Set.of(SETTLED); // the ruling on an objection is the last
      case SETTLED, CLOSED_EMPTY -> Set.of();
    };
  }
}
