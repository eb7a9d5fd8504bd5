package io.parceldesk.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {
  private static final Map<String, Object> CLAIMS =
      Map.of(
          "outlet",
          "LLT-GZ-01",
          "https://example.com/outlet",
          "LLT-GZ-02",
          "organisation",
          Map.of("outlet", "LLT-GZ-03", "https://example.com/outlet", "LLT-GZ-04"),
          "one",
          List.of("LLT-GZ-05"),
          "several",
          List.of("LLT-GZ-06", "LLT-GZ-07"),
          "blank",
          " ",
          "number",
          7);

  @ParameterizedTest
  @CsvSource({
    "outlet, LLT-GZ-01",
    "'\"https://example.com/outlet\"', LLT-GZ-02",
    "organisation/outlet, LLT-GZ-03",
    "'organisation/\"https://example.com/outlet\"', LLT-GZ-04",
    "one, LLT-GZ-05",
    "several, ",
    "blank, ",
    "number, ",
    "organisation, ",
    "outlet/deeper, ",
    "absent, ",
    "absent/deeper, ",
    "https:/outlet, ",
  })
  void findsOneTextOrNothing(String path, String expected) {
    assertThat(ClaimPath.of(path).textIn(CLAIMS::get).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "a/", "/a", "a//b"})
  void isNotMadeOfNothing(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClaimPath.of(path));
  }

  @Test
  void saysItselfAsItWasConfigured() {
    assertThat(ClaimPath.of("realm_access/roles")).hasToString("realm_access/roles");
  }
}
