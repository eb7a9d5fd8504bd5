package io.parceldesk.complaint.handling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The turns that a complaint can take before it ends. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LongWayTest {
  @Inject Seal seal;

  @Test
  void takesTheOutletsOwnReplyIn() {
    var number = assigned();

    outletSays(
        "outlet-replied",
        number,
        """
        "answer": "ACCEPTED", "statement": "%s", "repliedAt": "2026-11-22T08:00:00Z"
        """
            .formatted(seal.seal(new OutletStatement("外包装完好", null, null))));

    await()
        .untilAsserted(
            () ->
                view(number)
                    .body("outletStatement", is("外包装完好"))
                    .body("status", is("ASSIGNED"))
                    .body("deadlines.find { it.kind == 'DEPARTMENT_REPLY' }.state", is("MET")));
  }

  @Test
  void waitsNoLongerForWhoeverTookTheEscalationOn() {
    var number = assigned();
    act("supervisor", number, "escalation-acknowledgement", "{}")
        .statusCode(409)
        .body("code", is("no-escalation-waits"));
    act("agent", number, "escalations", "{\"level\": 1, \"reason\": \"CUSTOMER_INSISTS\"}")
        .statusCode(200);

    outletSays("outlet-acknowledged", number, "\"acknowledgedAt\": \"2026-11-22T08:00:00Z\"");

    await().untilAsserted(() -> view(number).body("escalationTakenBy", is(TestComplaints.OUTLET)));
    act("supervisor", number, "escalations", "{\"level\": 2, \"reason\": \"NO_ANSWER\"}")
        .statusCode(200);
    act("supervisor", number, "escalation-acknowledgement", "{}")
        .statusCode(200)
        .body("escalationLevel", is(2))
        .body("escalationTakenBy", is("supervisor"));
  }

  @Test
  void endsUnsatisfiedByAManagersWordAndIsFollowedUpByAnother() {
    var number = implemented();
    act("agent", number, "call-back", "{\"satisfied\": false, \"score\": 1}")
        .statusCode(400)
        .body("errors[0].pointer", is("/comment"));
    act("agent", number, "call-back", "{\"satisfied\": false, \"comment\": \"too little\"}")
        .statusCode(200)
        .body("status", is("ASSIGNED"))
        .body("customerPoints", is("too little"));
    act("agent", number, "unsatisfied-closure", "{}").statusCode(403);
    act("supervisor", number, "unsatisfied-closure", "{\"summary\": \"nothing more to offer\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/reason"));

    act(
            "supervisor",
            number,
            "unsatisfied-closure",
            "{\"summary\": \"nothing more to offer\", \"reason\": \"accepts no amount\"}")
        .statusCode(200)
        .body("status", is("CLOSED"))
        .body("unsatisfiedReason", is("accepts no amount"))
        .body("deadlines.findAll { it.state == 'RUNNING' }.size()", is(0));

    String follower =
        register(TestComplaints.form("DAMAGE", TestComplaints.waybill()), number)
            .statusCode(201)
            .body("links.number", contains(number))
            .extract()
            .path("number");
    view(number).body("links.number", hasItem(follower));
    register(TestComplaints.form("DAMAGE", TestComplaints.waybill()), follower)
        .statusCode(422)
        .body("code", is("follow-up-of-open"));
  }

  @Test
  void recordsWhoAnswersForTheLoss() {
    var number = planned();
    act("supervisor", number, "decision", "{\"verdict\": \"CHANGE\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/plan"));
    act(
            "supervisor",
            number,
            "decision",
            """
            {"verdict": "CHANGE", "note": "be generous",
             "plan": {"remedy": "REFUND", "amount": 200.00, "text": "refund all"}}
            """)
        .statusCode(200)
        .body("status", is("PLAN_APPROVED"))
        .body("plan.amount.amount", is("200.00"));
    act("agent", number, "implementation", implementation("60", "50"))
        .statusCode(400)
        .body("errors[0].message", containsString("100"));

    act("agent", number, "implementation", implementation("60", "40"))
        .statusCode(200)
        .body("accountability.person", contains("zhao", "qian"))
        .body("accountability.recordedBy", contains("agent", "agent"))
        .body("deadlines.find { it.kind == 'CALL_BACK' }.state", is("RUNNING"));
    view(number)
        .body("accountability.share", contains(60, 40))
        .body("investigation.cause", is("WEATHER"))
        .body("causeClass", is("A_OBJECTIVE"));
  }

  @Test
  void isCarriedOutWhenTheClaimIsPaid() {
    var number = planned();
    act("supervisor", number, "decision", "{\"verdict\": \"APPROVE\"}").statusCode(200);

    TestEvents.send(
        "parceldesk.claims",
        Event.of(
            "/claims-service",
            "io.parceldesk.claim-paid.v1",
            "CLM-261122-00009A",
            """
            {"case": {"number": "CLM-261122-00009A", "kind": "CLAIM", "status": "PAID",
              "priority": "NORMAL", "tier": "ORDINARY", "openedAt": "2026-11-22T08:00:00Z"},
             "origin": {"number": "%s", "kind": "COMPLAINT"},
             "paid": {"amount": "120.00", "currency": "CNY"}}
            """
                .formatted(number)));

    await()
        .untilAsserted(
            () -> view(number).body("claimOutcome", is("PAID")).body("status", is("IMPLEMENTED")));
  }

  @Test
  void knowsWeChatsTypes() {
    register(
            TestComplaints.form("DELAY", TestComplaints.waybill())
                .replace("\"category\": \"DELAY\"", "\"externalCategory\": \"1007\""),
            null)
        .statusCode(201)
        .body("category", is("ATTITUDE"))
        .body("stars", is(1));
    register(
            TestComplaints.form("DELAY", TestComplaints.waybill())
                .replace("\"category\": \"DELAY\"", "\"externalCategory\": \"1009\""),
            null)
        .statusCode(400)
        .body("errors.pointer", hasItem("/externalCategory"));
  }

  @Test
  void isEscalatedAtOnceWhenTheCustomerComesBackWithinThirtyDays() {
    var waybill = TestComplaints.waybill();
    var form = TestComplaints.form("DELAY", waybill);
    register(form, null).statusCode(201).body("escalationLevel", is(0));

    register(form.replaceFirst("\\{", "{\"evenIfDuplicate\": true, "), null)
        .statusCode(201)
        .body("repeatedContact", is(true))
        .body("escalationLevel", is(1))
        .body("priority", not("NORMAL"));
  }

  private static String assigned() {
    var number = TestComplaints.register();
    act("agent", number, "acknowledgement", "{}").statusCode(200);
    act("agent", number, "assignment", "{\"outlet\": \"" + TestComplaints.OUTLET + "\"}")
        .statusCode(200);
    return number;
  }

  private static String planned() {
    var number = assigned();
    act("agent", number, "investigation", "{\"cause\": \"WEATHER\", \"finding\": \"flood\"}")
        .statusCode(200);
    act("agent", number, "plan", "{\"remedy\": \"COMPENSATE\", \"amount\": 120, \"text\": \"pay\"}")
        .statusCode(200);
    return number;
  }

  private static String implemented() {
    var number = planned();
    act("supervisor", number, "decision", "{\"verdict\": \"APPROVE\"}").statusCode(200);
    act("agent", number, "implementation", implementation("0", "0")).statusCode(200);
    return number;
  }

  private static String implementation(String share, String other) {
    return """
    {"customerToldAt": "%s", "accountability": [
      {"person": "zhao", "share": %s}, {"person": "qian", "share": %s}]}
    """
        .formatted(Instant.now().minusSeconds(5), share, other);
  }

  private static void outletSays(String type, String number, String more) {
    TestEvents.send(
        "parceldesk.outlet",
        Event.of(
            "/notification-service",
            "io.parceldesk." + type + ".v1",
            TestComplaints.OUTLET,
            """
            {"outlet": "%s", "inReplyTo": {"number": "%s", "kind": "COMPLAINT"}, %s}
            """
                .formatted(TestComplaints.OUTLET, number, more)));
  }

  private static ValidatableResponse register(String form, String followUpOf) {
    var body =
        followUpOf == null
            ? form
            : form.replaceFirst("\\{", "{\"followUpOf\": \"" + followUpOf + "\", ");
    return desk("agent").body(body).post("/api/v1/complaints").then();
  }

  private static ValidatableResponse view(String number) {
    return desk("agent").get("/api/v1/complaints/" + number).then();
  }

  private static ValidatableResponse act(String role, String number, String action, String body) {
    return desk(role).body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
