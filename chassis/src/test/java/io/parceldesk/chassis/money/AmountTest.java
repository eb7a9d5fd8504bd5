package io.parceldesk.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.problem.WrongValue;
import io.parceldesk.contracts.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource({"0.005, 0.01", "0.004999, 0.00", "-0.005, -0.01", "1, 1.00", "2.675, 2.68"})
  void roundsHalfUpToTheFen(BigDecimal value, String text) {
    assertThat(new Amount(value)).hasToString(text);
  }

  @Test
  void isTheSameHoweverItWasWritten() {
    assertThat(new Amount(new BigDecimal("1E+3"))).isEqualTo(Amount.of("1000.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 1.00, 3.00, 33.33",
    "200.00, 1.00, 3.00, 66.67",
    "0.01, 1.00, 2.00, 0.01",
    "9.00, 0.00, 0.00, 0.00"
  })
  void roundsAShareOnce(Amount whole, Amount lost, Amount total, Amount share) {
    assertThat(whole.share(lost, total)).isEqualTo(share);
  }

  @Test
  void takesAFee() {
    assertThat(Amount.of("268.00").times(new BigDecimal("0.06"))).hasToString("16.08");
    assertThat(Amount.of("0.08").times(new BigDecimal("0.06"))).hasToString("0.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.0", "1.000", "-1.00", "1,00", "1e2", " 1.00", "12345678901.00"})
  void readsNothingElse(String text) {
    assertThatExceptionOfType(WrongValue.class).isThrownBy(() -> Amount.of(text));
  }

  @Test
  void travelsAsMoney() {
    assertThat(Amount.of("268.10").toMoney()).isEqualTo(new Money("268.10", "CNY"));
  }
}
