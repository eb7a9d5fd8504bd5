package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is owed in money becomes a claim, from a complaint or directly. */
class ReferralJourney {
  @Test
  void aReferredComplaintBecomesAClaim() {
    var complaint = Complaint.about("DAMAGE").register();

    Desk.post(
        "agent",
        Service.COMPLAINT,
        complaint.path() + "/claim-referral",
        Map.of("ground", "DAMAGE", "route", "DOMESTIC", "claimed", "500.00", "reason", "内件碎裂"));

    var claim = Desk.linked(Service.COMPLAINT, complaint.path(), "CLM-");
    try (var topic = new Topic(Topics.CLAIMS)) {
      var event = topic.awaitEvent("claim-filed", claim);
      var data = new JsonPath(event.value());
      assertThat(data.getString("origin.number")).isEqualTo(complaint.number());
      assertThat(data.getString("claimed.amount")).isEqualTo("500.00");
    }
    assertThat(Desk.linked(Service.CLAIMS, "/claims/" + claim, "CMP-"))
        .isEqualTo(complaint.number());
  }

  @Test
  void aClaimCanBeFiledDirectly() {
    var claim =
        Desk.post(
                "agent",
                Service.CLAIMS,
                "/claims",
                Map.of(
                    "channel",
                    "PHONE",
                    "ground",
                    "LOSS",
                    "route",
                    "DOMESTIC",
                    "waybill",
                    "LLT8800000012",
                    "claimant",
                    Desk.person("SENDER", "赵先生", Desk.newPhone(), "zh-CN"),
                    "claimed",
                    Map.of("amount", "800.00", "currency", "CNY"),
                    "description",
                    "九天没有音讯"))
            .getString("number");

    try (var topic = new Topic(Topics.CLAIMS)) {
      var event = topic.awaitEvent("claim-filed", claim);
      assertThat(new JsonPath(event.value()).getString("ground")).isEqualTo("LOSS");
    }
  }
}
