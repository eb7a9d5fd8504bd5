package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;

/**
 * What the outlets agree on without headquarters: no fee (AMB-09).
 *
 * @param by the outlet that offers it, or null where headquarters' people write it down for both
 */
public record Settlement(Amount amount, Way way, String by) {
  /** How it is paid. */
  public enum Way {
    /** Through the outlets' accounts. */
    ACCOUNT,
    /** Between the outlets: nothing is posted. */
    DIRECT
  }

  boolean isTheSameAs(Settlement other) {
    return other != null && amount.equals(other.amount) && way == other.way;
  }
}
