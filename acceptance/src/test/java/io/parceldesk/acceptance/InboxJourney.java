package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The page that shows every SMS, mail and webhook. */
class InboxJourney {
  @Test
  void isServedWholeAndLoadsNothingFromElsewhere() {
    var page = given().get(RunningPlatform.get().ports().pageUrl() + "/");

    page.then().statusCode(200);
    assertThat(page.asString()).contains("Parceldesk inbox").doesNotContain("http://", "https://");
  }

  @Test
  void showsTheNewestFirst() {
    var first = Complaint.about("DELAY").register();
    Inbox.awaitSms(first.phone(), first.number());
    var second = Complaint.about("DELAY").register();
    Inbox.awaitSms(second.phone(), second.number());

    var times =
        Inbox.list("sms").getList("receivedAt", String.class).stream().map(Instant::parse).toList();

    assertThat(times).hasSizeGreaterThanOrEqualTo(2).isSortedAccordingTo(Comparator.reverseOrder());
  }
}
