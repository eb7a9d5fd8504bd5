package io.parceldesk.complaint.appeal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AppealTest {
  @Test
  void isAnsweredWithinTheAuthoritysLimit() {
    var complaint = TestComplaints.register();
    String number =
        receive("\"complaint\": \"" + complaint + "\"")
            .statusCode(201)
            .body("complaint", is(complaint))
            .body("priority", is("URGENT"))
            .body("category", is("DAMAGE"))
            .body("appellant.phone", is("138******00"))
            .body("owner.outlet", is(TestComplaints.OUTLET))
            .body("deadlines.kind", contains("INTERNAL", "HARD"))
            .body("deadlines.nature", contains("SERVICE", "STATUTORY"))
            .body("links.number", contains(complaint))
            .body("allowedActions", empty()) // an agent's; a supervisor replies
            .extract()
            .path("number");
    desk("agent")
        .get("/api/v1/complaints/" + complaint)
        .then()
        .body("links.number", hasItem(number));
    var received =
        TestEvents.awaitType("parceldesk.complaint", number, "io.parceldesk.appeal-received.v1");
    assertThat(JsonPath.from(new String(received.value())).getString("complaint.number"))
        .isEqualTo(complaint);

    act("agent", number, "reply", "{}").statusCode(403);
    act("supervisor", number, "closure", "{\"opinion\": \"fine\"}")
        .statusCode(409)
        .body("code", is("illegal-transition"));
    act("supervisor", number, "reply", "{\"text\": \"we paid\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/conclusion"));
    act("supervisor", number, "reply", "{\"conclusion\": \"SETTLED\", \"text\": \"we paid\"}")
        .statusCode(200)
        .body("status", is("REPLIED"))
        .body("deadlines.state", containsInAnyOrder("MET", "MET"));
    act("supervisor", number, "closure", "{\"opinion\": \"no objection\"}")
        .statusCode(200)
        .body("status", is("CLOSED"))
        .body("allowedActions", empty());
  }

  @Test
  void comesWithoutAComplaintToo() {
    receive(
            """
            "waybill": "%s",
            "appellant": {"role": "SENDER", "name": "李雷", "phone": "13900139000"}
            """
                .formatted(TestComplaints.waybill()))
        .statusCode(201)
        .body("category", is("OTHER"))
        .body("appellant.name", is("李*"))
        .body("links", empty());
  }

  @Test
  void isReceivedOnceUnderAReference() {
    var reference = reference();
    var body = body(reference, "\"complaint\": \"" + TestComplaints.register() + "\"");
    String number =
        desk("agent")
            .body(body)
            .post("/api/v1/appeals")
            .then()
            .statusCode(201)
            .extract()
            .path("number");

    desk("agent")
        .body(body)
        .post("/api/v1/appeals")
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"))
        .body("number", is(number));
  }

  @Test
  void raisesTheComplaintFromItsReceiptOn() {
    var complaint = TestComplaints.register();
    paused(complaint);

    String number = receive("\"complaint\": \"" + complaint + "\"").extract().path("number");

    desk("agent")
        .get("/api/v1/complaints/" + complaint)
        .then()
        .body("escalationLevel", is(2))
        .body("priority", is("URGENT"))
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("RUNNING"));
    var received =
        TestEvents.awaitType("parceldesk.complaint", number, "io.parceldesk.appeal-received.v1");
    assertThat(JsonPath.from(new String(received.value())).getInt("level")).isEqualTo(2);
    var escalated =
        JsonPath.from(
            new String(
                TestEvents.awaitType(
                        "parceldesk.complaint", complaint, "io.parceldesk.complaint-escalated.v1")
                    .value()));
    assertThat(escalated.getString("reasonCode")).isEqualTo("APPEAL_12305");
    assertThat(escalated.getString("trigger")).isEqualTo("REQUEST");
  }

  /** A second appeal about the complaint raises it no further, nor does one about a closed one. */
  @Test
  void leavesAComplaintWhereItIs() {
    var complaint = TestComplaints.register();
    receive("\"complaint\": \"" + complaint + "\"").statusCode(201);
    receive("\"complaint\": \"" + complaint + "\"").statusCode(201);
    assertThat(
            TestEvents.await("parceldesk.complaint", complaint, all -> all.size() == 2).stream()
                .map(event -> TestEvents.header(event, "ce_type")))
        .containsExactly(
            "io.parceldesk.complaint-registered.v1", "io.parceldesk.complaint-escalated.v1");

    var explained = TestComplaints.register();
    complaint("agent", explained, "acknowledgement", "{}");
    complaint("agent", explained, "assessment", "{\"founded\": false, \"explanation\": \"x\"}");
    complaint("agent", explained, "closure", "{\"summary\": \"a misunderstanding\"}");
    receive("\"complaint\": \"" + explained + "\"").statusCode(201);
    desk("agent")
        .get("/api/v1/complaints/" + explained)
        .then()
        .body("escalationLevel", is(0))
        .body("status", is("CLOSED"));
  }

  @Test
  void announcesBothLimitsOnceEachAndMeetsThemLate() {
    shortLimit("INTERNAL", "SERVICE");
    shortLimit("HARD", "STATUTORY");
    String number =
        receive(
                "\"complaint\": \"%s\", \"category\": \"OVERCHARGE\""
                    .formatted(TestComplaints.register()))
            .statusCode(201)
            .extract()
            .path("number");
    var breached =
        TestEvents.await("parceldesk.complaint", number, all -> all.size() == 3).stream()
            .filter(
                event ->
                    "io.parceldesk.deadline-breached.v1"
                        .equals(TestEvents.header(event, "ce_type")))
            .map(event -> JsonPath.from(new String(event.value())).getString("deadline.nature"));
    assertThat(breached).containsExactlyInAnyOrder("SERVICE", "STATUTORY");

    act("supervisor", number, "reply", "{\"conclusion\": \"UPHELD\", \"text\": \"we were late\"}")
        .statusCode(200)
        .body("deadlines.state", containsInAnyOrder("BREACHED", "BREACHED"))
        .body("deadlines.findAll { it.metAt == null }", empty());
    act("agent", number, "pause", "{\"reason\": \"WAITING_FOR_CUSTOMER\"}").statusCode(404);
  }

  private static void shortLimit(String kind, String nature) {
    desk("admin")
        .body(
            """
            {"id": "test-appeal-%s", "kind": "%s", "rules": ["REG-08"], "nature": "%s",
             "budget": "PT1S", "atOpening": true, "rungs": [{"at": "0", "action": "BREACH"}],
             "match": {"caseKind": "APPEAL", "category": "OVERCHARGE"}}
            """
                .formatted(kind.toLowerCase(), kind, nature))
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
  }

  @Test
  void isForWhomItNamesWhereThereIsNoComplaint() {
    var appellant =
        "\"appellant\": {\"role\": \"SENDER\", \"name\": \"李雷\", \"phone\": \"13900139000\"}";
    TestComplaints.register(); // makes the outlet known

    receive(appellant + ", \"against\": {\"outlet\": \"" + TestComplaints.OUTLET + "\"}")
        .statusCode(201)
        .body("owner.outlet", is(TestComplaints.OUTLET));
    receive(appellant + ", \"against\": {\"outlet\": \"LLT-NOWHERE\"}")
        .statusCode(422)
        .body("code", is("unknown-outlet"));
  }

  private static void paused(String complaint) {
    complaint("agent", complaint, "pause", "{\"reason\": \"WAITING_FOR_CUSTOMER\"}")
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("PAUSED"));
  }

  private static ValidatableResponse complaint(
      String role, String number, String action, String body) {
    return desk(role)
        .body(body)
        .post("/api/v1/complaints/" + number + "/" + action)
        .then()
        .statusCode(200);
  }

  @Test
  void refusesWhatItCannotUse() {
    receive("\"waybill\": \"x\"")
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/appellant", "/waybill"));
    receive("\"complaint\": \"CMP-261122-99999Z\"").statusCode(400); // the check character is wrong
    receive("\"complaint\": \"CLM-1\"").statusCode(400);
    desk("outlet").body("{}").post("/api/v1/appeals").then().statusCode(403);
  }

  private static ValidatableResponse receive(String more) {
    return desk("agent").body(body(reference(), more)).post("/api/v1/appeals").then();
  }

  private static String reference() {
    return "12305-" + UUID.randomUUID();
  }

  private static String body(String reference, String more) {
    return """
    {"authorityReference": "%s", "demand": "全额赔偿", %s}
    """
        .formatted(reference, more);
  }

  private static ValidatableResponse act(String role, String number, String action, String body) {
    return desk(role).body(body).post("/api/v1/appeals/" + number + "/" + action).then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
