package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
  @ParameterizedTest(name = "{0} characters are {1}: {2}")
  @CsvSource({
    "1, 1, one message",
    "70, 1, as many as fit",
    "71, 2, a longer one loses three characters a part to the header",
    "134, 2, two full parts",
    "135, 3, one more",
    "160, 3, the carriers' own example: 67 + 67 + 26",
    "500, 8, the most that is allowed"
  })
  void countsSegmentsAsTheMainlandDoes(int characters, int segments, String because) {
    assertThat(new SmsText("字".repeat(characters)).segments()).as(because).isEqualTo(segments);
    assertThat(new SmsText("x".repeat(characters)).segments()).as("Latin too").isEqualTo(segments);
  }

  @Test
  void losesNothingBetweenParts() {
    var text = "0123456789".repeat(20);

    assertThat(String.join("", new SmsText(text).parts())).isEqualTo(text);
  }

  @Test
  void cutsNoCharacterInTwo() {
    var text = "x".repeat(66) + "🚚" + "x".repeat(30);

    var parts = new SmsText(text).parts();

    assertThat(parts.get(0)).hasSize(66);
    assertThat(parts.get(1)).startsWith("🚚");
  }

  @Test
  void refusesMoreThanFiveHundredCharacters() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new SmsText("x".repeat(501)));
  }
}
