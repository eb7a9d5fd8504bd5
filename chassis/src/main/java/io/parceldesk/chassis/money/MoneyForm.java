package io.parceldesk.chassis.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** An amount as a request gives it: a decimal string with two decimals, in CNY. */
public record MoneyForm(
    @NotNull @Pattern(regexp = "\\d{1,10}\\.\\d{2}", message = "must be a decimal such as 500.00")
        String amount,
    @NotNull @Pattern(regexp = "CNY", message = "must be CNY") String currency) {

  public BigDecimal toAmount() {
    return new BigDecimal(amount);
  }
}
