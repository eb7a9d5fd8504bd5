package io.parceldesk.chassis.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "13800138000, +8613800138000, , true",
    "+86 138 0013 8000, +8613800138000, , true",
    "010-62771234, +861062771234, , false",
    "400-811-1111, +864008111111, , false",
    "13800138000转1234, +8613800138000, 1234, true",
    "13800138000-1234, +8613800138000, 1234, true",
    "'13800138000,1234', +8613800138000, 1234, true",
    "010-62771234转801, +861062771234, 801, false",
    "+852 9123 4567, +85291234567, , true",
    "95311, 95311, , false",
    "12305, 12305, , false",
    "19912345678, +8619912345678, , true",
    "0755-83771234, +8675583771234, , false",
    "800-820-8388, +868008208388, , false",
    "+886 912 345 678, +886912345678, , true",
    "11183, 11183, , false",
    "95554, 95554, , false",
    "956025, 956025, , false",
    "950616, 950616, , false",
    "95338转1, 95338, 1, false",
    "9501312345678, 9501312345678, , false",
    "010-62771234-801, +861062771234, 801, false",
    "010-62771234转分机801, +861062771234, 801, false",
    "１３８００１３８０００－１２３４, +8613800138000, 1234, true"
  })
  void readsWhatPeopleWrite(String written, String e164, String extension, boolean sms) {
    var phone = Phone.tryParse(written).orElseThrow();

    assertThat(phone).isEqualTo(new Phone(e164, extension));
    assertThat(phone.canReceiveSms()).isEqualTo(sms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "hello", "138001380001380013800", "转123"})
  void refusesWhatIsNoNumber(String written) {
    assertThat(Phone.tryParse(written)).isEmpty();
  }
}
