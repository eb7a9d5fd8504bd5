package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    var destinations = Inbox.list("sms").getList("destination", String.class);

    assertThat(indexOf(second, destinations)).isLessThan(indexOf(first, destinations));
  }

  private static int indexOf(Complaint complaint, List<String> destinations) {
    return destinations.indexOf("86" + complaint.phone());
  }
}
