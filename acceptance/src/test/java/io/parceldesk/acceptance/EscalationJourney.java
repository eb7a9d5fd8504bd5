package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Complaints are escalated, by request and by a missed deadline, and everybody concerned hears. */
class EscalationJourney {
  private static final String OUTLET = "LLT-SH-01";
  private static OutletEndpoint endpoint;

  @BeforeAll
  static void registerAnEndpointOfTheOutlet() {
    endpoint = OutletEndpoint.registered(OUTLET);
  }

  @Test
  void bySupervisorsRequest() {
    var complaint = Complaint.about("DAMAGE").against(OUTLET).register();

    Desk.post(
        "supervisor",
        Service.COMPLAINT,
        complaint.path() + "/escalations",
        Map.of("level", 1, "reason", "CUSTOMER_INSISTS"));

    try (var topic = new Topic(Topics.COMPLAINT)) {
      var event = topic.awaitEvent("complaint-escalated", complaint.number());
      assertIsABinaryCloudEvent(event, complaint);
      var data = new JsonPath(event.value());
      assertThat(data.getInt("level")).isEqualTo(1);
      assertThat(data.getString("trigger")).isEqualTo("REQUEST");
    }
    assertOutletHears(complaint);
    Inbox.awaitDifferentSms(complaint.phone(), 2); // of the registration and of the escalation
  }

  @Test
  void byAMissedDeadline() {
    Desk.post("admin", Service.COMPLAINT, "/deadline-policies", secondsForUrgentLetters());
    var complaint = Complaint.about("OVERCHARGE").urgentLetter().against(OUTLET).register();

    try (var topic = new Topic(Topics.COMPLAINT)) {
      var breached = topic.awaitEvent("deadline-breached", complaint.number());
      assertIsABinaryCloudEvent(breached, complaint);
      assertThat(new JsonPath(breached.value()).getString("deadline.kind"))
          .isEqualTo("ACKNOWLEDGE");
      var escalated = topic.awaitEvent("complaint-escalated", complaint.number());
      assertThat(new JsonPath(escalated.value()).getString("trigger")).isEqualTo("DEADLINE");
    }
    assertOutletHears(complaint);
  }

  private static void assertIsABinaryCloudEvent(
      ConsumerRecord<String, String> event, Complaint complaint) {
    assertThat(Topic.header(event, "ce_specversion")).isEqualTo("1.0");
    assertThat(Topic.header(event, "ce_id")).matches("[0-9a-f-]{36}");
    assertThat(Topic.header(event, "ce_source")).isEqualTo("/complaint-service");
    assertThat(Topic.header(event, "ce_subject")).isEqualTo(complaint.number());
    assertThat(Topic.header(event, "ce_caseseq")).matches("\\d+");
    assertThat(Topic.header(event, "content-type")).startsWith("application/json");
    assertThat(new JsonPath(event.value()).getString("case.number")).isEqualTo(complaint.number());
    assertThat(event.value()).doesNotContain(complaint.phone(), "李先生");
  }

  private static void assertOutletHears(Complaint complaint) {
    assertThat(Inbox.awaitMail("sh01.escalation@example.com", complaint.number()).get("html"))
        .asString()
        .contains(complaint.number());
    assertThat(Inbox.awaitSms("13800139041", complaint.number())).isNotBlank();
    endpoint.awaitSigned("complaint.escalated", complaint.number());
  }

  private static Map<String, Object> secondsForUrgentLetters() {
    return Map.of(
        "id",
        "journey-acknowledge",
        "kind",
        "ACKNOWLEDGE",
        "rules",
        List.of("SLA-05"),
        "budget",
        "PT3S",
        "atOpening",
        true,
        "match",
        Map.of(
            "caseKind",
            "COMPLAINT",
            "category",
            "OVERCHARGE",
            "urgent",
            true,
            "channel",
            "LETTER"));
  }
}
