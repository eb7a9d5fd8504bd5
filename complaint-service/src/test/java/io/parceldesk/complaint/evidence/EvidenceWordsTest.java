package io.parceldesk.complaint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say everything. */
class EvidenceWordsTest {
  private static final String NAME = "io.parceldesk.complaint.evidence.evidence";

  @Test
  void areTheSameInBothLanguages() {
    assertThat(ResourceBundle.getBundle(NAME, Locale.ENGLISH).keySet())
        .isEqualTo(ResourceBundle.getBundle(NAME, Locale.SIMPLIFIED_CHINESE).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void nameEveryDecisionAndItsRules(String language) {
    var words = new EvidenceWords(language);

    assertThat(Decision.values())
        .allSatisfy(one -> assertThat(words.code("decision", one)).isNotEqualTo(one.name()));
    assertThat(Arrays.stream(Decision.values()).flatMap(one -> one.rules().stream()))
        .allSatisfy(rule -> assertThat(words.meaning(rule)).isNotBlank());
  }
}
