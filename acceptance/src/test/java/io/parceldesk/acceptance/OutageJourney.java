package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the desk notices while the broker or a database is away. */
class OutageJourney {
  @Test
  void goesOnWithoutTheBrokerAndCatchesUp() throws Exception {
    var complaint = Complaint.about("DELAY").register();
    var broker = RunningPlatform.get().broker();

    broker.halt();
    try {
      Desk.post("agent", Service.COMPLAINT, complaint.path() + "/acknowledgement", Map.of());
      escalate(complaint);
      assertThat(ready(Service.COMPLAINT)).as("ready without the broker").isEqualTo(200);
    } finally {
      broker.resume();
    }

    try (var topic = new Topic(Topics.COMPLAINT)) {
      var event = topic.awaitEvent("complaint-escalated", complaint.number());
      assertThat(Topic.header(event, "ce_caseseq")).isEqualTo("2");
    }
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> Inbox.list("sms?to=" + complaint.phone()).getList("text").size() >= 2);
  }

  @Test
  void saysThatTheDatabaseIsAwayAndDoesNothingByHalves() {
    var complaint = Complaint.about("DELAY").register();
    var postgres = RunningPlatform.get().postgres();

    postgres.refuse("complaint");
    try {
      var answer =
          Desk.as("supervisor")
              .body(Map.of("level", 1, "reason", "CUSTOMER_INSISTS"))
              .post(RunningPlatform.url(Service.COMPLAINT) + complaint.path() + "/escalations");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isNotNull();
      assertThat(answer.<String>path("code")).isEqualTo("temporarily-unavailable");
    } finally {
      postgres.accept("complaint");
    }

    await()
        .atMost(Desk.PATIENCE)
        .until(() -> Desk.get("agent", Service.COMPLAINT, complaint.path()).statusCode() == 200);
    assertThat(
            Desk.get("agent", Service.COMPLAINT, complaint.path())
                .jsonPath()
                .getInt("escalationLevel"))
        .isZero();
    escalate(complaint);
    try (var topic = new Topic(Topics.COMPLAINT)) {
      var event = topic.awaitEvent("complaint-escalated", complaint.number());
      assertThat(Topic.header(event, "ce_caseseq")).isEqualTo("2");
    }
  }

  private static void escalate(Complaint complaint) {
    Desk.post(
        "supervisor",
        Service.COMPLAINT,
        complaint.path() + "/escalations",
        Map.of("level", 1, "reason", "CUSTOMER_INSISTS"));
  }

  private static int ready(Service service) {
    return io.restassured.RestAssured.get(
            RunningPlatform.get().ports().url(service) + "/q/health/ready")
        .statusCode();
  }
}
