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
    desk("agent").body(body).post("/api/v1/appeals").then().statusCode(201);

    desk("agent")
        .body(body)
        .post("/api/v1/appeals")
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"));
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
