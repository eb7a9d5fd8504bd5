package io.parceldesk.chassis.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** An amount as a request gives it: a decimal string with two decimals, in CNY. */
public record MoneyForm(
    @NotNull @DecimalAmount String amount,
    @NotNull @Pattern(regexp = "CNY", message = "must be CNY") String currency) {

  public BigDecimal toAmount() {
    return new BigDecimal(amount);
  }
}
