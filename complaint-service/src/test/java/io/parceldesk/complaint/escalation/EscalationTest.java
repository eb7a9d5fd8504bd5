package io.parceldesk.complaint.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EscalationTest {
  private static final String ESCALATED = "io.parceldesk.complaint-escalated.v1";

  @Test
  void raisesAComplaintOnRequest() {
    var number = TestComplaints.register();

    escalate(number, 1, "CUSTOMER_INSISTS")
        .statusCode(200)
        .body("escalationLevel", is(1))
        .body("priority", is("HIGH"))
        .body("status", is("RECEIVED"));

    var event = eventOf(number, ESCALATED);
    assertThat(event.getInt("level")).isEqualTo(1);
    assertThat(event.getString("trigger")).isEqualTo("REQUEST");
    assertThat(event.getString("reasonCode")).isEqualTo("CUSTOMER_INSISTS");
    assertThat(event.getString("case.outlet")).isEqualTo(TestComplaints.OUTLET);
    assertThat(event.getString("contact"))
        .matches("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void namesThePeopleAtTheLevelThatWasReached() {
    var above =
        TestOutlets.announced(
            "LLT-SOUTH",
            null,
            "[{\"level\": 2, \"role\": \"DEPARTMENT_HEAD\", \"person\": \"south.head\"}]");
    var outlet =
        TestOutlets.announced(
            "LLT-ZH-01",
            above,
            "[{\"level\": 1, \"role\": \"SUPERVISOR\", \"person\": \"zh01.supervisor\"}]");
    String number =
        desk("agent")
            .body(
                TestComplaints.form("PRIVACY", TestComplaints.waybill())
                    .replace(TestComplaints.OUTLET, outlet))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .body("escalatedTo.person", contains("zh01.supervisor"))
            .extract()
            .path("number");
    assertThat(eventOf(number, ESCALATED).getList("escalatedTo.person"))
        .containsExactly("zh01.supervisor");

    escalate(number, 2, "CUSTOMER_INSISTS")
        .body("escalatedTo.person", contains("south.head"))
        .body("escalatedTo.role", contains("DEPARTMENT_HEAD"));
    escalate(number, 3, "CUSTOMER_INSISTS").statusCode(200).body("escalatedTo", empty());

    var events =
        TestEvents.await("parceldesk.complaint", number, found -> levelsOf(found).contains(3));
    var last = JsonPath.from(new String(events.get(events.size() - 1).value()));
    assertThat(last.<Object>get("escalatedTo")).as("the directory names nobody").isNull();
  }

  @Test
  void refusesALevelThatIsReachedAndAReasonThatIsNoCode() {
    var number = TestComplaints.register();
    escalate(number, 2, "CUSTOMER_INSISTS").statusCode(200);

    escalate(number, 2, "CUSTOMER_INSISTS").statusCode(409).body("code", is("already-escalated"));
    escalate(number, 3, "call 13800138000")
        .statusCode(400)
        .body("errors[0].pointer", is("/reason"));
    escalate(number, 4, "CUSTOMER_INSISTS").statusCode(400).body("errors[0].pointer", is("/level"));
  }

  @Test
  void raisesAPrivacyLeakAtOnce() {
    var number = TestComplaints.register("PRIVACY");

    var event = eventOf(number, ESCALATED);

    assertThat(event.getString("trigger")).as("AMB-25").isEqualTo("PRIVACY");
  }

  @Test
  void raisesAComplaintWhoseDeadlineWasBreached() {
    desk("admin")
        .body(
            """
            {"id": "test-attitude-resolve", "kind": "RESOLVE", "rules": ["SLA-08"], "budget": "PT1S",
             "match": {"caseKind": "COMPLAINT", "category": "ATTITUDE"}, "atOpening": true,
             "rungs": [{"at": "0", "action": "BREACH"}, {"at": "0", "action": "ESCALATION", "level": 1}]}
            """)
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);

    var number = TestComplaints.register("ATTITUDE");
    var breach = eventOf(number, "io.parceldesk.deadline-breached.v1");
    var escalation = eventOf(number, ESCALATED);

    assertThat(breach.getString("deadline.kind")).isEqualTo("RESOLVE");
    assertThat(breach.getString("deadline.policy")).isEqualTo("test-attitude-resolve@1");
    assertThat(escalation.getString("trigger")).isEqualTo("DEADLINE");
    assertThat(escalation.getString("deadline.kind")).isEqualTo("RESOLVE");
    desk("agent")
        .get("/api/v1/complaints/" + number)
        .then()
        .body("escalationLevel", is(1))
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("BREACHED"));
  }

  @Test
  void tellsOfEveryCaseInOrderWhoeverWrites() {
    var numbers = IntStream.range(0, 12).mapToObj(i -> TestComplaints.register()).toList();
    var desks = Executors.newFixedThreadPool(8);
    var raised = new ArrayList<CompletableFuture<Void>>();
    for (var level = 1; level <= 3; level++) {
      for (var number : numbers) {
        var to = level;
        raised.add(CompletableFuture.runAsync(() -> escalate(number, to, "LOAD"), desks));
      }
    }
    raised.forEach(CompletableFuture::join);
    desks.shutdown();

    for (var number : numbers) {
      var level = (int) desk("agent").get("/api/v1/complaints/" + number).path("escalationLevel");
      var events =
          TestEvents.await(
              "parceldesk.complaint", number, found -> levelsOf(found).contains(level));
      assertThat(events)
          .extracting(record -> TestEvents.header(record, "ce_caseseq"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, events.size()).mapToObj(Integer::toString).toList());
      assertThat(levelsOf(events)).isSorted();
    }
  }

  private static List<Integer> levelsOf(List<ConsumerRecord<String, byte[]>> events) {
    return events.stream()
        .map(record -> JsonPath.from(new String(record.value())))
        .filter(event -> event.get("level") != null)
        .map(event -> event.getInt("level"))
        .toList();
  }

  private static JsonPath eventOf(String number, String type) {
    return JsonPath.from(
        new String(TestEvents.awaitType("parceldesk.complaint", number, type).value()));
  }

  private static ValidatableResponse escalate(String number, int level, String reason) {
    return desk("supervisor")
        .body("{\"level\": %d, \"reason\": \"%s\"}".formatted(level, reason))
        .post("/api/v1/complaints/" + number + "/escalations")
        .then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
