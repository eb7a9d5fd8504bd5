package io.parceldesk.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.problem.DomainException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void ofAnOutletSeesItsRowsOnly() {
    var caller = new Caller("chen", Set.of("outlet"), "LLT-GZ-01");

    assertThatCode(() -> caller.requireAccessTo("LLT-GZ-01")).doesNotThrowAnyException();
    refuses(caller, "LLT-GZ-02");
    refuses(caller, null);
  }

  /** Else a second role, however small, would open every route of outlets for every row. */
  @Test
  void ofAnOutletIsBoundToItWhateverElseItIs() {
    var caller = new Caller("chen", Set.of("outlet", "auditor"), "LLT-GZ-01");

    assertThat(caller.isOutletOnly()).isTrue();
    refuses(caller, "LLT-GZ-02");
  }

  @Test
  void ofTheDeskSeesAll() {
    var caller = new Caller("li", Set.of("agent"), "LLT-GZ-01");

    assertThatCode(() -> caller.requireAccessTo("LLT-GZ-02")).doesNotThrowAnyException();
  }

  private static void refuses(Caller caller, String rowsOutlet) {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> caller.requireAccessTo(rowsOutlet))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("other-outlet"));
  }
}
