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
    everyCaseIsRead(Service.COMPLAINT, "/appeals");
    everyCaseIsRead(Service.CLAIMS, "/claims");
    everyCaseIsRead(Service.CLAIMS, Dispute.PATH);
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

  @Test
  void theDisputeBeforeHeadquartersIsRuled() {
    assumeThat(RunningPlatform.LANDED).as("started on landed databases").isTrue();
    var dispute = new Dispute(theOne(Service.CLAIMS, Dispute.PATH + "?status=SUBMITTED"));
    var view = dispute.view("arbitrator");
    assertThat(view.getString("announcement.answer")).isEqualTo("REFUSED");
    assertThat(view.getList("checklist.findAll { !it.present }")).isEmpty();
    assertThat(dispute.papers("arbitrator"))
        .containsOnlyKeys("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL")
        .allSatisfy((slot, bytes) -> assertThat(bytes).isEqualTo(Dispute.PAPER));

    dispute.after("arbitrator", "verification", Dispute.verification(true, false));
    var liable = view.getString("responsibleOutlet");
    var ruled = dispute.after("arbitrator", "ruling", Dispute.ruling(Map.of(liable, 100), "经查"));

    assertThat(ruled.getString("status")).isEqualTo("RULED");
    assertThat(ruled.getString("rulings[0].award")).isNotNull();
    assertThat(new OutletAccount(liable).of(dispute.number())).isNegative();
    OutletAccount.assertBalanced();
    try (var topic = new Topic(Topics.CLAIMS)) {
      topic.awaitEvent("dispute-ruled", dispute.number());
    }
  }

  @Test
  void theOpenAppealHasItsEvidenceAndIsReplied() {
    assumeThat(RunningPlatform.LANDED).as("started on landed databases").isTrue();
    var appeal = "/appeals/" + theOne(Service.COMPLAINT, "/appeals?status=RECEIVED");
    var evidence = Desk.get("auditor", Service.COMPLAINT, appeal + "/evidence").jsonPath();
    assertThat(evidence.getString("evidence.complaints[0].number")).startsWith("CMP-");

    var replied =
        Desk.post(
            "supervisor",
            Service.COMPLAINT,
            appeal + "/reply",
            Map.of("conclusion", "REJECTED", "text", "已书面道歉"));

    assertThat(replied.getString("status")).isEqualTo("REPLIED");
  }

  private static String theOne(Service service, String list) {
    var numbers =
        Desk.get("supervisor", service, list).jsonPath().getList("items.number", String.class);
    assertThat(numbers).as(list).hasSize(1);
    return numbers.get(0);
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
