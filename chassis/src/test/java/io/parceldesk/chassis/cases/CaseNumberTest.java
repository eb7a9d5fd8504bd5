package io.parceldesk.chassis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parceldesk.chassis.problem.DomainException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "2026-11-22T15:59:59Z, 1, CMP-261122-00001, the day is Shanghai's",
    "2026-11-22T16:00:00Z, 1, CMP-261123-00001, midnight in Shanghai is 16:00 in UTC",
    "2026-11-22T00:00:00Z, 123456, CMP-261122-123456, the sequence grows beyond five digits"
  })
  void tellsDayAndSequence(Instant openedAt, long sequence, String beginning, String because) {
    assertThat(CaseNumber.of(CaseKind.COMPLAINT, openedAt, sequence).text())
        .as(because)
        .startsWith(beginning)
        .hasSize(beginning.length() + 1);
  }

  @Test
  void readsWhatItWrites() {
    for (var sequence = 1L; sequence < 200_000; sequence += 997) {
      var number = CaseNumber.of(CaseKind.CLAIM, Instant.parse("2026-11-22T00:00:00Z"), sequence);

      assertThat(CaseNumber.parse(number.text())).isEqualTo(number);
    }
  }

  @Test
  void noticesEveryMistypedCharacter() {
    var right = CaseNumber.of(CaseKind.INQUIRY, Instant.parse("2026-11-22T00:00:00Z"), 42).text();

    for (var i = 0; i < right.length(); i++) {
      for (var other : CHARACTERS.toCharArray()) {
        var wrong = right.substring(0, i) + other + right.substring(i + 1);
        if (!wrong.equals(right)) {
          assertThatThrownBy(() -> CaseNumber.parse(wrong)).isInstanceOf(DomainException.class);
        }
      }
    }
  }

  @Test
  void noticesNeighboursThatChangedPlaces() {
    var right =
        CaseNumber.of(CaseKind.COMPLAINT, Instant.parse("2026-11-22T00:00:00Z"), 12345).text();

    for (var i = 11; i < right.length() - 1; i++) {
      var swapped =
          right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
      if (!swapped.equals(right)) {
        assertThatThrownBy(() -> CaseNumber.parse(swapped)).hasMessageContaining("mistyped");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CMP", "CMP-261122-0001X", "cmp-261122-00001A", "CMP 261122 00001A"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> CaseNumber.parse(text))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo("bad-case-number"));
  }
}
