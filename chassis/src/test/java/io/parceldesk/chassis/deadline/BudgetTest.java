package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT5S", "7d", "1y", "3wd", "3wd@close", "4wh", "30wm"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Budget.parse(text).text()).isEqualTo(text);
    assertThat(RulesJson.read(RulesJson.write(Budget.parse(text)), Budget.class))
        .isEqualTo(Budget.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT0S", "-PT2H", "PT-2H", "0wd", "0d", "0wh", "-3wd", "P7D", "3", "3 wd", "", "9999d", "0y",
        "11y"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Budget.parse(text)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20%", "+20%", "-0%", "-PT0S", "+0wd", "PT2H", "-", "soon"})
  void refusesRungsThatAreNoOffset(String text) {
    assertThatThrownBy(() -> new RungOffset(text)).isInstanceOf(RuntimeException.class);
  }
}
