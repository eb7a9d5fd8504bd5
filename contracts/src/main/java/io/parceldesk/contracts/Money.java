package io.parceldesk.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money with two decimals, rounded half up; a decimal string and an ISO 4217 code on
 * the wire.
 */
public record Money(String amount, String currency) {
  public static Money cny(BigDecimal amount) {
    return new Money(amount.setScale(2, RoundingMode.HALF_UP).toPlainString(), "CNY");
  }
}
