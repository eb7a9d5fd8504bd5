package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.problem.InvalidBody;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  @ParameterizedTest(name = "{0} with name {1}, address {2}, COD {3}")
  @CsvSource({
    "REDELIVER,,,",
    "RETURN,,,",
    "CHANGE_CONTACT, 李丽,,",
    "CHANGE_ADDRESS,, 成都市武侯区天府大道8号,",
    "CHANGE_ADDRESS, 李丽, 成都市武侯区天府大道8号,",
    "CHANGE_AMOUNT,,, 88.00",
  })
  void holdsWhatItIsAbout(InstructionKind kind, String name, String address, BigDecimal cod) {
    assertThatCode(() -> decision(kind, name, address, cod)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} with name {1}, address {2}, COD {3}: {4}")
  @CsvSource({
    "CHANGE_CONTACT,,,, /phone",
    "CHANGE_ADDRESS, 李丽,,, /address",
    "CHANGE_AMOUNT,,,, /codAmount",
    "REDELIVER,,, 88.00, /codAmount",
    "REDELIVER, 李丽,,, /phone",
    "RETURN,, 成都市武侯区天府大道8号,, /address",
  })
  void refusesWhatDoesNotBelongToIt(
      InstructionKind kind, String name, String address, BigDecimal cod, String pointer) {
    assertThatExceptionOfType(InvalidBody.class)
        .isThrownBy(() -> decision(kind, name, address, cod))
        .satisfies(refusal -> assertThat(refusal.errors().get(0).pointer()).isEqualTo(pointer));
  }

  private static Decision decision(
      InstructionKind kind, String name, String address, BigDecimal cod) {
    var party = name == null && address == null ? null : new Party(name, null, address);
    return new Decision(kind, party, cod, null);
  }
}
