package io.parceldesk.inquiry.handling;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.opened;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.contact.Statement;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiryHandlingTest {
  @Inject Seal seal;

  @Test
  void promisesAndAnswers() {
    var number = opened();
    var tomorrow = Instant.now().plus(1, DAYS).truncatedTo(SECONDS).toString();

    post(number, "promise", "{\"promisedReplyAt\": \"%s\"}".formatted(tomorrow))
        .statusCode(200)
        .body("status", is("PROMISED"))
        .body("deadlines.find { it.kind == 'PROMISED_REPLY' }.dueAt", is(tomorrow))
        .body("deadlines.find { it.kind == 'FIRST_RESPONSE' }.metAt", notNullValue());
    post(number, "answer", "{\"text\": \"今天送到\"}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", is("ANSWERED"))
        .body("answeredAt", notNullValue())
        .body("deadlines.find { it.kind == 'PROMISED_REPLY' }.state", is("MET"));
    var answered =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk.inquiry-answered.v1");
    assertThat(new String(answered.value())).doesNotContain("今天送到");
    post(number, "closure", "{}").statusCode(200).body("status", is("CLOSED"));
    post(number, "reopening", "{}").statusCode(200).body("status", is("CLASSIFIED"));
  }

  @Test
  void handsADissatisfiedCustomerOnAndLearnsTheComplaintsNumber() {
    var number = opened();
    var complaint = "CMP-261120-00042Q";

    post(
            number,
            "conversion",
            "{\"category\": \"DELAY\", \"description\": \"13800138000 等了两天\", \"demand\": \"道歉\"}")
        .statusCode(200)
        .body("status", is("CONVERTED"))
        .body("allowedActions", empty());
    var record =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk.inquiry-converted.v1");
    assertThat(new String(record.value())).doesNotContain("13800138000", "道歉");
    var statement = JsonPath.from(new String(record.value())).getString("statement");
    var said = seal.open(statement, Statement.class);
    assertThat(said.demand()).isEqualTo("道歉");
    assertThat(said.description())
        .startsWith("13800138000 等了两天")
        .as("what was asked and found goes with it (INQ-15)")
        .contains(number, "手机寄去上海修", "NO_RESULT");

    TestEvents.send("parceldesk.complaint", registered(complaint, number));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                agent()
                    .get(INQUIRIES + "/" + number)
                    .then()
                    .body("links.number", hasItem(complaint))
                    .body("links.relation", hasItem("SUCCESSOR")));
  }

  @Test
  void refusesWhatTheStatusOrTheRulesForbid() {
    var number = opened();

    post(number, "closure", "{\"nonsense\": 1}")
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("currentStatus", is("CLASSIFIED"))
        .body("allowedActions", hasItem("answer"));
    post(number, "promise", "{\"promisedReplyAt\": \"2020-01-01T00:00:00Z\"}")
        .statusCode(422)
        .body("rule", is("INQ-17"));
    post(number, "promise", "{\"promisedReplyAt\": \"2999-01-01T00:00:00Z\"}")
        .statusCode(422)
        .body("code", is("promise-too-far"));
    post(number, "answer", "{\"text\": \"\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/text"));
    post(number, "conversion", "{\"category\": \"WEATHER\", \"description\": \"x\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/category"));
    agent()
        .header("If-Match", "\"7\"")
        .body("{\"text\": \"x\"}")
        .post(INQUIRIES + "/" + number + "/answer")
        .then()
        .statusCode(412);
    agent().get(INQUIRIES + "/" + number).then().body("status", is("CLASSIFIED"));
  }

  private static ValidatableResponse post(String number, String action, String body) {
    return agent().body(body).post(INQUIRIES + "/" + number + "/" + action).then();
  }

  private static TestEvents.Event registered(String complaint, String inquiry) {
    return TestEvents.Event.of(
        "/complaint-service",
        "io.parceldesk.complaint-registered.v1",
        complaint,
        """
        {"case": {"number": "%s", "kind": "COMPLAINT", "status": "RECEIVED", "priority": "NORMAL",
          "tier": "ORDINARY", "openedAt": "2026-11-20T02:15:00Z"},
         "category": "DELAY", "stars": 3, "origin": {"number": "%s", "kind": "INQUIRY"}}
        """
            .formatted(complaint, inquiry));
  }
}
