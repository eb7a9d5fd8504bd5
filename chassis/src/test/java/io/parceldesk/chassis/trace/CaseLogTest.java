package io.parceldesk.chassis.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseLogTest {
  private static final String COMPLAINT = "CMP-261122-00001R";
  private static final String CLAIM = "CLM-261122-00002K";

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void namesTheCaseUntilTheWorkIsDone() {
    var during = CaseLog.about(COMPLAINT, () -> MDC.get("caseNumber"));

    assertThat(during).isEqualTo(COMPLAINT);
    assertThat(MDC.get("caseNumber")).isNull();
  }

  @Test
  void goesBackToTheCaseThatCausedTheWork() {
    CaseLog.about(
        COMPLAINT,
        () -> {
          CaseLog.about(CLAIM, () -> CaseLog.begin(CLAIM));
          assertThat(MDC.get("caseNumber")).isEqualTo(COMPLAINT);
        });
  }

  @Test
  void forgetsTheCaseOfWorkThatFails() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                CaseLog.about(
                    COMPLAINT,
                    (Runnable)
                        () -> {
                          throw new IllegalStateException();
                        }));

    assertThat(MDC.get("caseNumber")).isNull();
  }

  @Test
  void namesNoOutletAndNoWaybillAsACase() {
    assertThat(CaseLog.about("LLT8800000003", () -> MDC.get("caseNumber"))).isNull();
    assertThat(CaseLog.about("LLT-GZ-01", () -> MDC.get("caseNumber"))).isNull();
    assertThat(CaseLog.about((String) null, () -> MDC.get("caseNumber"))).isNull();
  }
}
