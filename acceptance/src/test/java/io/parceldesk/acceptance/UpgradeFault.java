package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The platform goes on with the cases of the release before: {@code faults/upgrade.sh}, which
 * starts it on their databases.
 */
class UpgradeFault {
  @Test
  void everyCaseIsReadAndTheContactsOpen() {
    assumeThat(RunningPlatform.LANDED).as("started on landed databases").isTrue();
    everyCaseIsRead(Service.COMPLAINT, "/complaints");
    everyCaseIsRead(Service.INQUIRY, "/inquiries");
    everyCaseIsRead(Service.INQUIRY, "/problem-parcels");
    everyCaseIsRead(Service.CLAIMS, "/claims");
  }

  @Test
  void anOpenComplaintGoesOn() {
    assumeThat(RunningPlatform.LANDED).as("started on landed databases").isTrue();
    var number =
        Desk.get("agent", Service.COMPLAINT, "/complaints?status=RECEIVED")
            .jsonPath()
            .getString("items[0].number");

    Desk.post(
        "supervisor",
        Service.COMPLAINT,
        "/complaints/" + number + "/escalations",
        Map.of("level", 1, "reason", "CUSTOMER_INSISTS"));

    try (var topic = new Topic(Topics.COMPLAINT)) {
      var event = topic.awaitEvent("complaint-escalated", number);
      assertThat(Integer.parseInt(Topic.header(event, "ce_caseseq"))).isGreaterThan(1);
    }
  }

  private static void everyCaseIsRead(Service service, String path) {
    var page = Desk.get("supervisor", service, path + "?limit=200");
    assertThat(page.statusCode()).as(path + ": " + page.asString()).isEqualTo(200);
    List<String> numbers = page.jsonPath().getList("items.number");
    assertThat(numbers).as(path).isNotEmpty();
    for (var number : numbers) {
      assertThat(Desk.get("agent", service, path + "/" + number).statusCode())
          .as(number)
          .isEqualTo(200);
    }
    var reveal =
        Desk.post(
            "supervisor",
            service,
            path + "/" + numbers.get(0) + "/contact-reveal",
            Map.of("reason", "客户来电核实"));
    assertThat(reveal.getString("phone.e164")).startsWith("+86");
  }
}
