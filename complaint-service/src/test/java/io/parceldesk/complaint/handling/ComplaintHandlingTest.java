package io.parceldesk.complaint.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ComplaintHandlingTest {
  @Test
  void leadsAComplaintToItsEnd() {
    var number = TestComplaints.register();

    act(number, "acknowledgement", "{}").statusCode(200).body("status", is("ACKNOWLEDGED"));
    act(
            number,
            "assignment",
            "{\"outlet\": \"" + TestComplaints.OUTLET + "\", \"person\": \"zhao\"}")
        .statusCode(200)
        .body("status", is("ASSIGNED"))
        .body("owner.assignee", is("zhao"))
        .body("deadlines.find { it.kind == 'ACKNOWLEDGE' }.state", is("MET"))
        .body("deadlines.find { it.kind == 'DEPARTMENT_REPLY' }.state", is("RUNNING"));
    act(number, "investigation", "{\"cause\": \"ROUGH_HANDLING\", \"finding\": \"dropped\"}")
        .statusCode(200);
    act(number, "plan", "{\"remedy\": \"COMPENSATE\", \"amount\": 120.00, \"text\": \"pay\"}")
        .statusCode(200)
        .body("plan.amount.amount", is("120.00"))
        .body("deadlines.find { it.kind == 'PLAN' }.state", is("MET"));
    as("supervisor", number, "decision", "{\"verdict\": \"APPROVE\"}").statusCode(200);
    act(
            number,
            "implementation",
            "{\"customerToldAt\": \"%s\"}".formatted(Instant.now().minusSeconds(5)))
        .statusCode(200)
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("MET"))
        .body("deadlines.find { it.kind == 'STATUTORY' }.state", is("MET"));
    act(number, "call-back", "{\"satisfied\": true, \"score\": 5}").statusCode(200);
    act(number, "closure", "{\"summary\": \"pack better\"}")
        .statusCode(200)
        .body("status", is("CLOSED"));

    var events =
        TestEvents.await(
            "parceldesk.complaint",
            number,
            found ->
                found.stream().anyMatch(r -> TestEvents.header(r, "ce_type").contains("closed")));
    assertThat(events)
        .extracting(
            record -> TestEvents.header(record, "ce_type").replaceAll("io.parceldesk.|.v1", ""))
        .containsExactly(
            "complaint-registered", "complaint-assigned", "complaint-answered", "complaint-closed");
    assertThat(events)
        .extracting(record -> TestEvents.header(record, "ce_caseseq"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 4).mapToObj(Integer::toString).toList());
  }

  @Test
  void handlesAComplaintThatNamesNobody() {
    var number =
        desk("agent")
            .body(
                TestComplaints.form("DELAY", TestComplaints.waybill())
                    .replaceAll("\"against\": [{][^}]*},", ""))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("number");

    act(number, "acknowledgement", "{}").statusCode(200).body("status", is("ACKNOWLEDGED"));
    desk("agent").get("/api/v1/complaints/" + number).then().statusCode(200);
  }

  @Test
  void saysWhatIsPossibleInstead() {
    var number = TestComplaints.register();

    act(number, "plan", "{\"nonsense\": 1}".replace("nonsense", "text"))
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("currentStatus", is("RECEIVED"))
        .body("allowedActions", hasItems("acknowledgement"))
        .body("allowedActions", not(hasItem("plan")));
  }

  @Test
  void refusesAStaleVersion() {
    var number = TestComplaints.register();
    act(number, "acknowledgement", "{}").statusCode(200).header("ETag", "\"1\"");

    desk("agent")
        .header("If-Match", "\"0\"")
        .body("{\"founded\": true}")
        .post("/api/v1/complaints/" + number + "/assessment")
        .then()
        .statusCode(412)
        .body("code", is("stale-version"));
  }

  @Test
  void leavesTheDecisionToTheManager() {
    as("agent", TestComplaints.register(), "decision", "{\"verdict\": \"APPROVE\"}")
        .statusCode(403);
  }

  @Test
  void namesEveryWrongPlaceOfAPossibleAction() {
    var number = TestComplaints.register();
    act(number, "acknowledgement", "{}").statusCode(200);

    act(number, "assessment", "{\"founded\": false}")
        .statusCode(400)
        .body("code", is("invalid-body"))
        .body(
            "errors[0].message",
            is("an unfounded complaint needs an explanation for the customer"));
    act(number, "assignment", "{\"outlet\": \"NO-SUCH\"}")
        .statusCode(422)
        .body("code", is("unknown-outlet"));
  }

  @Test
  void refersToClaimsAndLearnsTheClaimsNumber() {
    var number = TestComplaints.register();

    act(number, "claim-referral", "{\"ground\": \"DAMAGE\", \"claimed\": 300.00}").statusCode(200);
    TestEvents.awaitType(
        "parceldesk.complaint", number, "io.parceldesk.complaint-referred-to-claims.v1");
    TestComplaints.claimFiledFor(number, "CLM-261122-00001F");

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                desk("agent")
                    .get("/api/v1/complaints/" + number)
                    .then()
                    .body("links.number", hasItem("CLM-261122-00001F")));
  }

  private static ValidatableResponse act(String number, String action, String body) {
    return as("agent", number, action, body);
  }

  private static ValidatableResponse as(String role, String number, String action, String body) {
    return desk(role).body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
