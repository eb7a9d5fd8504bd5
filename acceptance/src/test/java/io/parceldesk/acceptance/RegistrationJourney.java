package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import org.junit.jupiter.api.Test;

/** A complaint is registered, its clocks run, and the complainant hears of it. */
class RegistrationJourney {
  @Test
  void theComplainantGetsAnSmsWithTheNumberInChinese() {
    var complaint = Complaint.about("DELAY").register();

    assertThat(Inbox.awaitSms(complaint.phone(), complaint.number())).contains("投诉");
  }

  @Test
  void theComplainantGetsAnSmsInEnglishWhereThatIsTheLocale() {
    var complaint = Complaint.about("DELAY").by("John Smith", "en").register();

    assertThat(Inbox.awaitSms(complaint.phone(), complaint.number()))
        .containsIgnoringCase("complaint");
  }

  @Test
  void fourClocksRunFromTheStartAndPersonalDataIsMasked() {
    var complaint = Complaint.about("DELAY").register();

    var response = Desk.get("agent", Service.COMPLAINT, complaint.path());

    assertThat(response.jsonPath().getList("deadlines.kind", String.class))
        .contains("ACKNOWLEDGE", "PLAN", "RESOLVE", "STATUTORY");
    assertThat(response.jsonPath().getList("deadlines.state", String.class))
        .containsOnly("RUNNING");
    assertThat(response.asString()).doesNotContain(complaint.phone());
  }
}
