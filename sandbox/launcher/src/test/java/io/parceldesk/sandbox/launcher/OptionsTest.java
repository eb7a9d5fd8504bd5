package io.parceldesk.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.sandbox.launcher.Options.Command;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void startEverythingWhenNothingIsSaid() {
    assertThat(Options.of(List.of())).isEqualTo(new Options(Command.START, false, 0));
  }

  @Test
  void mayComeInAnyOrder() {
    assertThat(Options.of(List.of("--port-offset", "1000", "demo", "--fresh", "--no-build")))
        .isEqualTo(new Options(Command.DEMO, true, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "60000", ""})
  void refuseAnOffsetThatLeadsNowhere(String offset) {
    assertThatExceptionOfType(ServerUnavailable.class)
        .isThrownBy(() -> Options.of(List.of("--port-offset", offset)));
  }

  @Test
  void refuseAnOffsetThatIsNotSaid() {
    assertThatExceptionOfType(ServerUnavailable.class)
        .isThrownBy(() -> Options.of(List.of("--port-offset")));
  }

  @Test
  void nameWhatTheyDoNotKnow() {
    assertThatExceptionOfType(ServerUnavailable.class)
        .isThrownBy(() -> Options.of(List.of("--frsh")))
        .withMessageContaining("--frsh");
  }
}
