package io.parceldesk.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdsTest {
  @ParameterizedTest(name = "a submit answered {0} is meant by a receipt for {1}: {2}")
  @CsvSource({
    "7f3a, 7f3a, the same",
    "7F3A, 7f3a, in capitals",
    "00007f3a, 7f3a, with zeros in front",
    "7f3a, 32570, hexadecimal answer and decimal receipt",
    "32570, 7F3A, the other way round",
    "0, 0, zero",
    "abc-123, ABC-123, no number at all"
  })
  void recognisesTheOtherForm(String answered, String reported, String because) {
    assertThat(MessageIds.candidates(reported)).as(because).contains(MessageIds.stored(answered));
  }
}
