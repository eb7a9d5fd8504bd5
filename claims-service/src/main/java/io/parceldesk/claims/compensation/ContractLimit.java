package io.parceldesk.claims.compensation;

import java.math.BigDecimal;

/**
 * A limit that was agreed for uninsured goods. It counts only if it was pointed out clearly and
 * nobody was grossly negligent (REG-05).
 *
 * @param timesFreight null for what the tariff says
 */
public record ContractLimit(
    BigDecimal timesFreight, boolean prominentNotice, boolean grossNegligence) {

  public static ContractLimit none() {
    return new ContractLimit(null, false, false);
  }

  boolean isValid() {
    return flaw() == Flaw.NONE;
  }

  Flaw flaw() {
    return grossNegligence ? Flaw.NEGLIGENCE : prominentNotice ? Flaw.NONE : Flaw.NO_NOTICE;
  }

  enum Flaw {
    NONE,
    NO_NOTICE,
    NEGLIGENCE
  }
}
