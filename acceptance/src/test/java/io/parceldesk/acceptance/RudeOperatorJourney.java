package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Mr Liang, who reads English, asked where his parcel was. The operator was rude and hung up, and
 * then the line was busy (CMP-18, CMP-27). No apology contents him: what was done has to stand
 * before the postal authority.
 */
class RudeOperatorJourney {
  private static final String OPERATOR = "operator 7 Zhao";

  @Test
  void mrLiangAcceptsNoAnswerAndAppeals() {
    var complaint =
        Complaint.about("ATTITUDE")
            .by("Mr Liang", "en")
            .againstPerson("CUSTOMER_CENTRE", OPERATOR)
            .saying("The operator shouted at me and hung up. Then the line was busy.", "An apology")
            .register();
    assertThat(Inbox.awaitSms(complaint.phone(), complaint.number()))
        .contains("Your complaint is registered as", "We will answer by");
    assertThat(complaint.view().getInt("stars")).isEqualTo(1);

    answered(complaint, "The operator apologises in person");
    assertThat(Inbox.awaitSms(complaint.phone(), "has been answered"))
        .contains("If you disagree, contact us");
    complaint.step(
        "agent",
        "call-back",
        Map.of("satisfied", false, "score", 1, "comment", "She did not mean it"));
    assertThat(complaint.view().getString("status")).isEqualTo("ASSIGNED");
    assertThat(complaint.clock("DEPARTMENT_REPLY")).isEqualTo("RUNNING");

    answeredAgain(complaint, "The head of the centre apologises in writing");
    var twice =
        complaint.step("agent", "call-back", Map.of("satisfied", false, "comment", "Only paper"));
    assertThat(twice.getInt("escalationLevel")).as("AMB-35").isEqualTo(1);
    assertThat(Inbox.awaitSms(complaint.phone(), "was escalated")).contains("a supervisor");

    complaint.step(
        "supervisor",
        "unsatisfied-closure",
        Map.of("summary", "The line gets a call-back offer", "reason", "Accepts no apology"));
    assertThat(Inbox.awaitSms(complaint.phone(), "You may appeal"))
        .contains("12305", "We regret it did not satisfy you");
    eventsOf(complaint);
    appeals(complaint);
  }

  private static void eventsOf(Complaint complaint) {
    try (var topic = new Topic(Topics.COMPLAINT)) {
      assertThat(topic.awaitTypes(complaint.number(), "complaint-closed"))
          .containsExactly(
              "complaint-registered",
              "complaint-assigned",
              "complaint-answered",
              "complaint-assigned",
              "complaint-answered",
              "complaint-assigned",
              "complaint-escalated",
              "complaint-closed");
      var escalated =
          new JsonPath(topic.awaitEvent("complaint-escalated", complaint.number()).value());
      assertThat(escalated.getString("trigger")).isEqualTo("DISSATISFIED");
      var closed = new JsonPath(topic.awaitEvent("complaint-closed", complaint.number()).value());
      assertThat(closed.getBoolean("satisfied")).isFalse();
    }
  }

  /** What was done, and told, lies ready for the authority (REG-08). */
  private static void appeals(Complaint complaint) {
    var appeal =
        Desk.post(
                "agent",
                Service.COMPLAINT,
                "/appeals",
                Map.of(
                    "authorityReference",
                    "12305-" + UUID.randomUUID(),
                    "complaint",
                    complaint.number(),
                    "demand",
                    "An apology that is meant"))
            .getString("number");
    assertThat(Inbox.awaitSms(complaint.phone(), appeal)).contains("The postal authority sent us");

    var evidence =
        await("the messages in the evidence of " + appeal)
            .atMost(Desk.PATIENCE)
            .until(
                () -> evidence(appeal),
                found ->
                    delivered(found, appeal) == 1 && delivered(found, complaint.number()) == 5);
    assertThat(evidence.getList("evidence.messages.event", String.class))
        .containsSubsequence(
            "complaint-registered",
            "complaint-answered",
            "complaint-answered",
            "complaint-escalated",
            "complaint-closed",
            "appeal-received");
    assertThat(evidence.getList("evidence.complaints[0].decisions.decision", String.class))
        .endsWith("CALL_BACK", "UNSATISFIED_CLOSURE");
    var page =
        Desk.as("auditor")
            .header("Accept", "text/html")
            .header("Accept-Language", "en")
            .get(RunningPlatform.url(Service.COMPLAINT) + "/appeals/" + appeal + "/evidence")
            .asString();
    assertThat(page)
        .contains("Evidence in an appeal", evidence.getString("sha256"), "AMB-35", "Delivered")
        .doesNotContain(complaint.phone(), "Mr Liang", OPERATOR);

    Desk.post(
        "supervisor",
        Service.COMPLAINT,
        "/appeals/" + appeal + "/reply",
        Map.of("conclusion", "SETTLED", "text", "We apologised twice and trained the operator."));
  }

  private static JsonPath evidence(String appeal) {
    return Desk.as("auditor")
        .header("Accept-Language", "en")
        .get(RunningPlatform.url(Service.COMPLAINT) + "/appeals/" + appeal + "/evidence")
        .jsonPath();
  }

  private static long delivered(JsonPath evidence, String number) {
    return evidence
        .getList(
            "evidence.messages.findAll { it.caseNumber == '%s' && it.recipient == 'CUSTOMER' }.state"
                .formatted(number),
            String.class)
        .stream()
        .filter("DELIVERED"::equals)
        .count();
  }

  private static void answered(Complaint complaint, String plan) {
    complaint.step("agent", "acknowledgement", Map.of());
    complaint.step("agent", "assessment", Map.of("founded", true));
    complaint.step(
        "agent", "assignment", Map.of("department", "CUSTOMER_CENTRE", "person", "luo.min"));
    answeredAgain(complaint, plan);
  }

  private static void answeredAgain(Complaint complaint, String plan) {
    complaint.step(
        "agent",
        "investigation",
        Map.of(
            "cause",
            "STAFF_QUALITY",
            "finding",
            "The recording proves it",
            "responsible",
            OPERATOR));
    complaint.step("agent", "plan", Map.of("remedy", "APOLOGISE", "text", plan));
    complaint.step("supervisor", "decision", Map.of("verdict", "APPROVE"));
    complaint.step(
        "agent",
        "implementation",
        Map.of("customerToldAt", Instant.now().minusSeconds(5).toString(), "note", plan));
  }
}
