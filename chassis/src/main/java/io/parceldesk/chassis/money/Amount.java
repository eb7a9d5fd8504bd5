package io.parceldesk.chassis.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.parceldesk.chassis.problem.WrongValue;
import io.parceldesk.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of CNY as models reckon with it: two decimals, rounded half up, once for each
 * operation. It may be negative, as what a limit takes away is. {@link Money} is its form on the
 * wire.
 */
@Schema(implementation = String.class, examples = "500.00")
public record Amount(BigDecimal value) implements Comparable<Amount> {
  public static final Amount ZERO = new Amount(BigDecimal.ZERO);

  private static final Pattern NOTATION = Pattern.compile("\\d{1,10}\\.\\d{2}");

  public Amount {
    value = value.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * Reads an amount that is written with its two decimals, such as 500.00; never a negative one.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Amount of(String text) {
    if (!NOTATION.matcher(text).matches()) {
      throw new WrongValue("must be a decimal such as 500.00");
    }
    return new Amount(new BigDecimal(text));
  }

  public static Amount sum(Collection<Amount> amounts) {
    return amounts.stream().reduce(ZERO, Amount::plus);
  }

  public Amount plus(Amount other) {
    return new Amount(value.add(other.value));
  }

  public Amount minus(Amount other) {
    return new Amount(value.subtract(other.value));
  }

  public Amount times(long n) {
    return times(BigDecimal.valueOf(n));
  }

  public Amount times(BigDecimal factor) {
    return new Amount(value.multiply(factor));
  }

  /**
   * So much of it as the part is of the whole: multiplied first, so that it is rounded once. There
   * is no share of nothing.
   */
  public Amount share(Amount part, Amount whole) {
    return whole.isZero()
        ? ZERO
        : new Amount(value.multiply(part.value).divide(whole.value, 2, RoundingMode.HALF_UP));
  }

  public Amount atMost(Amount limit) {
    return isMoreThan(limit) ? limit : this;
  }

  public boolean isMoreThan(Amount other) {
    return compareTo(other) > 0;
  }

  public boolean isLessThan(Amount other) {
    return compareTo(other) < 0;
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public Money toMoney() {
    return Money.cny(value);
  }

  @Override
  public int compareTo(Amount other) {
    return value.compareTo(other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
