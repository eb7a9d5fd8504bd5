package io.parceldesk.complaint.handling;

import io.parceldesk.complaint.Plan;
import io.parceldesk.complaint.Remedy;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What to offer the customer (CMP-10); the amount in CNY where money is the remedy. */
record PlanForm(
    @NotNull Remedy remedy,
    @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal amount,
    @NotBlank @Size(max = 4000) String text) {
  @AssertTrue(message = "a refund or compensation needs an amount")
  boolean isAmountGiven() {
    return amount != null || remedy == null || !remedy.isMoney();
  }

  Plan toPlan() {
    return new Plan(remedy, amount, text);
  }
}
