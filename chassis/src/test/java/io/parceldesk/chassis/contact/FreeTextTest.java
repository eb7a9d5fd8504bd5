package io.parceldesk.chassis.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
  @ParameterizedTest
  @CsvSource({
    "请打13812345678，谢谢, 请打138******78，谢谢",
    "请打１３８１２３４５６７８, 请打138******78",
    "138-1234-5678 or 138 1234 5679, 138******78 or 138******79",
    "+86 13812345678, 138******78",
    "8613812345678, 138******78",
    "0086-13812345678, 138******78",
    "(020)87654321 and 020-87654321, 020******21 and 020******21",
    "+1 415 555 2671 calls, +14*******71 calls",
    "li.wei@example.com, l***@example.com",
    "写到 li＠example.com。, 写到 l***@example.com。",
    "身份证320102198704126045！, 身份证**** 6045！",
    "320102 and 32010219870412604X, 320102 and **** 604X",
    "卡号 6225 8801 2345 6789 招行, 卡号 **** 6789 招行",
    "6225880123456789012, **** 9012"
  })
  void showsNoNumberAndNoAddress(String written, String shown) {
    assertThat(FreeText.masked(written)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "外箱破损，内件碎裂",
        "SF1380013800013 与 LLT13812345678 是单号",
        "运单 773123456789012",
        "2026-11-25 14:30 至 2026-11-26",
        "赔偿 12345678.00 元（含运费）",
        "CMP-261125-00001R",
        "客服 95311、12305 或 400-811-1111",
        "01a21250-5482-7b9e-bfb4-3b0a02cb9404",
        "2026-11-25T08:00:00.123456Z",
        ""
      })
  void leavesWhatNamesNobody(String written) {
    assertThat(FreeText.masked(written)).isEqualTo(written);
  }

  @Test
  void hasNothingToSayOfNothing() {
    assertThat(FreeText.masked(null)).isNull();
  }
}
