package io.parceldesk.inquiry.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.inquiry.parcel.WaybillFormats.Check;
import io.parceldesk.inquiry.parcel.WaybillFormats.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaybillFormatsTest {
  private final WaybillFormats formats = new WaybillFormats();

  @ParameterizedTest(name = "{0} is {1} {2}: {3}")
  @CsvSource({
    "RB123456785GB,      EMS,   UPU S10,  RIGHT",
    "RB123456786US,      EMS,   UPU S10,  WRONG",
    "1Z5R89390357567127, UPS,   ,         RIGHT",
    "1Z1111111111111111, UPS,   ,         WRONG",
    "986578788855,       FEDEX, Express,  RIGHT",
    "996578788855,       FEDEX, Express,  WRONG",
    "041441760228964,    FEDEX, Ground,   RIGHT",
    "568283610012734,    FEDEX, Ground,   RIGHT",
    "568283610012735,    FEDEX, Ground,   WRONG",
    "3318810025,         DHL,   Express,  RIGHT",
    "3318810010,         DHL,   Express,  WRONG",
    "JJD0123456789,      DHL,   piece,    NOT_PUBLIC",
    "SF1234567890123,    SF,    ,         NOT_PUBLIC",
    "SF123456789012,     SF,    ,         NOT_PUBLIC",
    "YT1234567890123,    YTO,   ,         NOT_PUBLIC",
    "773039762404825,    STO,   ,         NOT_PUBLIC",
    "4311159956248,      YUNDA, ,         NOT_PUBLIC",
    "4311159956248,      EMS,   domestic, NOT_PUBLIC",
    "731234567890,       ZTO,   ,         NOT_PUBLIC",
    "73123456789012,     ZTO,   ,         NOT_PUBLIC",
    "JT1234567890123,    JT,    ,         NOT_PUBLIC",
    "JDV00123456789,     JD,    ,         NOT_PUBLIC",
  })
  void suggestTheCarrier(String waybill, String carrier, String service, Check check) {
    assertThat(formats.of(waybill))
        .anySatisfy(
            one -> {
              assertThat(one.carrier()).isEqualTo(carrier);
              assertThat(one.service()).isEqualTo(service);
              assertThat(one.checkDigit()).isEqualTo(check);
            });
  }

  @Test
  void putTheLikelyCarrierFirst() {
    assertThat(formats.of("986578788855"))
        .extracting(Suggestion::carrier)
        .containsExactly("FEDEX", "SF", "STO");
    assertThat(formats.of("996578788855"))
        .last()
        .extracting(Suggestion::carrier)
        .isEqualTo("FEDEX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RB123456786US", "1Z1111111111111111", "3318810010"})
  void warnOfANumberThatCanBeNobodys(String waybill) {
    assertThat(formats.looksMistyped(waybill)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RB123456785GB", "996578788855", "LLT8812604417", "26897550XXX0"})
  void sayNothingAgainstOthers(String waybill) {
    assertThat(formats.looksMistyped(waybill)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SF1234567890123, 95338", "YT1234567890123, 95554", "RB123456785GB, 11183"})
  void tellWhereTheCarriersCustomersAreHelped(String waybill, String hotline) {
    assertThat(formats.of(waybill)).as("INQ-11").extracting(Suggestion::hotline).contains(hotline);
  }
}
