package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/**
 * The way of a customer's claim (CLM-02 to CLM-06), and the only ways from one step to the next.
 */
public enum ClaimStatus implements CaseStatus<ClaimStatus> {
  FORM_ISSUED,
  FILED,
  RETURNED,
  ACCEPTED,
  OFFERED,
  AGREED,
  DISPUTED,
  PAID,
  REFUSED;

  @Override
  public Set<ClaimStatus> successors() {
    return switch (this) {
      case FORM_ISSUED -> Set.of(FILED);
      case FILED -> Set.of(ACCEPTED, RETURNED);
      case RETURNED -> Set.of(FILED); // what was missing came in
      case ACCEPTED -> Set.of(OFFERED, REFUSED, PAID); // a reopened one was paid before
      case OFFERED -> Set.of(AGREED, DISPUTED, ACCEPTED);
      case DISPUTED -> Set.of(OFFERED, AGREED, REFUSED, ACCEPTED); // negotiate first (CLM-06)
      case AGREED -> Set.of(PAID, ACCEPTED);
      case REFUSED -> Set.of(DISPUTED);
      case PAID -> Set.of(ACCEPTED); // what counted as lost has come (AMB-13)
    };
  }
}
