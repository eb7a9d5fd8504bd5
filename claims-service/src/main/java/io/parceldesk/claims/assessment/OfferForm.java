package io.parceldesk.claims.assessment;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.money.DecimalAmount;
import io.parceldesk.claims.compensation.ContractLimit;
import io.parceldesk.claims.compensation.Exemption;
import io.parceldesk.claims.compensation.Mismatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was found out, as for a quote; freight, insured amount and dispatch date are those of the
 * parcel where they are not said. Amounts are decimal strings in CNY.
 *
 * @param amount what is offered, where it is not what the tariff gives; then with a reason
 * @param evidenceWaiver why the offer does without papers that are missing
 */
record OfferForm(
    LocalDate dispatchedOn,
    @DecimalAmount String freight,
    @DecimalAmount String surcharges,
    @DecimalAmount String insuredAmount,
    @DecimalAmount String value,
    @DecimalAmount String loss,
    boolean valueDestroyed,
    Mismatch mismatch,
    Exemption exemption,
    @Valid LimitForm contractLimit,
    @DecimalAmount String amount,
    @Size(min = 1, max = 1000) String reason,
    @Size(min = 1, max = 1000) String evidenceWaiver) {
  @AssertTrue(message = "is required with an amount of its own")
  boolean isReasonGiven() {
    return amount == null || (reason != null && !reason.isBlank());
  }

  Exemption exemptionOrNone() {
    return exemption == null ? Exemption.NONE : exemption;
  }

  ContractLimit limit() {
    return contractLimit == null
        ? ContractLimit.none()
        : new ContractLimit(
            contractLimit.timesFreight,
            contractLimit.prominentNotice,
            contractLimit.grossNegligence);
  }

  boolean reliesOnNotice() {
    return contractLimit != null && contractLimit.prominentNotice;
  }

  static Amount amount(String text, BigDecimal otherwise) {
    if (text != null) {
      return Amount.of(text);
    }
    return otherwise == null ? null : new Amount(otherwise);
  }

  /** A limit in the contract (REG-05). */
  record LimitForm(
      @DecimalMin("0.1") @Digits(integer = 4, fraction = 2) BigDecimal timesFreight,
      boolean prominentNotice,
      boolean grossNegligence) {}
}
