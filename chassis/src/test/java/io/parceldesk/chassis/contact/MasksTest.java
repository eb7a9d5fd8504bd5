package io.parceldesk.chassis.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REG-09: at least one character of a name and six digits of a phone are hidden. */
class MasksTest {
  @ParameterizedTest
  @CsvSource({"+8613800138000, 138******00", "+861062771234, 10******34", "95311, *****"})
  void hidesSixDigitsOfAMobileNumber(String e164, String shown) {
    assertThat(Masks.phone(e164)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"王小明, 王**", "李伟, 李*", "王, 王*", "Ann Lee, A******"})
  void hidesAName(String name, String shown) {
    assertThat(Masks.name(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"li.wei@example.com, l***@example.com", "x@example.com, ***@example.com", "@, ***"})
  void hidesAnAddress(String email, String shown) {
    assertThat(Masks.email(email)).isEqualTo(shown);
  }
}
