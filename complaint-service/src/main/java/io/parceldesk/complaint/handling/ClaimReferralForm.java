package io.parceldesk.complaint.handling;

import io.parceldesk.contracts.Money;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * On what ground money is owed (CMP-17, CLM-08), over which route, and how much is claimed where it
 * is known.
 */
record ClaimReferralForm(
    @NotNull Ground ground,
    Route route,
    @Positive @Digits(integer = 8, fraction = 2) BigDecimal claimed,
    @Size(max = 1000) String reason) {
  enum Ground {
    DELAY,
    LOSS,
    DAMAGE,
    MISMATCH
  }

  enum Route {
    SAME_CITY,
    DOMESTIC,
    HK_MO_TW,
    INTERNATIONAL
  }

  ClaimReferralForm {
    route = route == null ? Route.DOMESTIC : route;
  }

  Money money() {
    return claimed == null ? null : Money.cny(claimed);
  }
}
