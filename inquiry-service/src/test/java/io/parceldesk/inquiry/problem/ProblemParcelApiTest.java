package io.parceldesk.inquiry.problem;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.inquiry.TestDesk;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProblemParcelApiTest {
  private static final String PROBLEMS = "/api/v1/problem-parcels";
  private static final String OUTLET = "LLT-CD-02";

  @Test
  void isDeclaredByTheOutletAndToldToTheSender() {
    var waybill = loaded();

    var number =
        outlet(OUTLET)
            .body(problem(waybill))
            .post(PROBLEMS)
            .then()
            .statusCode(201)
            .body("status", is("AWAITING_SENDER"))
            .body("causeClass", is("INFORMATION"))
            .body("sender.name", is("王**"))
            .body("sender.phone", is("138******00"))
            .body("owner.outlet", is(OUTLET))
            .body("deadlines.kind", hasItems("SENDER_REPLY", "CUSTODY"))
            .body("allowedActions", is(List.of("resolution")))
            .extract()
            .<String>path("number");

    var event = event(number, "problem-parcel-declared");
    assertThat(event.getString("declaredBy")).isEqualTo("COURIER");
    assertThat(event.getString("accessCode")).isNotBlank();
    assertThat(event.prettify()).doesNotContain("13800138000", "王小明", "电话");
  }

  @Test
  void isInstructedByTheDeskAndDoneByTheOutlet() {
    var number = declared(loaded());

    post(
            agent(),
            number,
            "instruction",
            "{\"instruction\": \"CHANGE_CONTACT\", \"phone\": \"13900139111\"}")
        .statusCode(200)
        .body("status", is("INSTRUCTED"))
        .body("instruction.kind", is("CHANGE_CONTACT"))
        .body("instruction.newContact.phone", is("139******11"))
        .body("deadlines.find { it.kind == 'SENDER_REPLY' }.state", is("MET"))
        .body("deadlines.find { it.kind == 'WORK_ORDER' }.state", is("RUNNING"));
    assertThat(event(number, "problem-parcel-instructed").getString("instruction"))
        .isEqualTo("CHANGE_CONTACT");
    post(outlet(OUTLET), number, "acknowledgement", "{}")
        .statusCode(200)
        .body("acknowledgedAt", notNullValue());
    post(outlet(OUTLET), number, "recipient-reveal", "{\"reason\": \"deliver\"}")
        .statusCode(200)
        .body("phone.e164", is("+8613900139111"));
    post(outlet(OUTLET), number, "resolution", "{\"outcome\": \"DELIVERED\"}")
        .statusCode(200)
        .body("status", is("RESOLVED"))
        .body("deadlines.find { it.kind == 'CUSTODY' }.state", is("MET"));
    assertThat(event(number, "problem-parcel-resolved").getString("outcome"))
        .isEqualTo("DELIVERED");
    agent()
        .get(PROBLEMS + "/" + number + "/timeline")
        .then()
        .body(
            "items.action",
            is(
                List.of(
                    "declaration",
                    "instruction",
                    "acknowledgement",
                    "recipient-reveal",
                    "resolution")));
  }

  @Test
  void hasACouriersWordBeforeAnAmountChanges() {
    var number = declared(loaded());
    var amount =
        "{\"instruction\": \"CHANGE_AMOUNT\","
            + " \"codAmount\": {\"amount\": \"88.00\", \"currency\": \"CNY\"}}";

    post(agent(), number, "instruction", amount).body("status", is("AWAITING_COURIER"));
    post(outlet(OUTLET), number, "courier-confirmation", "{\"confirmed\": false}")
        .body("status", is("AWAITING_SENDER"));
    TestEvents.await(
        "parceldesk.inquiry",
        number,
        records ->
            records.stream()
                    .filter(r -> TestEvents.header(r, "ce_type").contains("declared"))
                    .count()
                == 2);
    post(agent(), number, "instruction", amount).body("instruction.codAmount.amount", is("88.00"));
    post(outlet(OUTLET), number, "courier-confirmation", "{\"confirmed\": true}")
        .body("status", is("INSTRUCTED"));
  }

  @Test
  void hearsTheOutletsOwnSystem() {
    var number = declared(loaded());
    post(agent(), number, "instruction", "{\"instruction\": \"REDELIVER\"}").statusCode(200);

    reply(number, "LLT-SH-03", "DELIVERED");
    reply(number, OUTLET, "WILL_DELIVER");
    awaitView(number, "acknowledgedAt != null");
    reply(number, OUTLET, "CANNOT_DELIVER");
    awaitView(number, "status == 'AWAITING_SENDER'");
    reply(number, OUTLET, "RETURNED");
    awaitView(number, "outcome == 'RETURNED'");
  }

  @Test
  void isFoundByAFailedAttemptAndEndedByADelivery() {
    var waybill = waybill();
    loadParcels(parcel(waybill, "")).statusCode(200);

    addScan(waybill, "FAILED", Instant.now().minusSeconds(60));
    String number =
        agent().get(PROBLEMS + "?waybill=" + waybill).then().extract().path("items[0].number");
    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("declaredBy", is("SYSTEM"))
        .body("status", is("AWAITING_SENDER"));
    addScan(waybill, "FAILED", Instant.now().minusSeconds(30));
    agent().get(PROBLEMS + "?waybill=" + waybill).then().body("items.size()", is(1));

    addScan(waybill, "DELIVERED", Instant.now());
    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("status", is("RESOLVED"))
        .body("outcome", is("DELIVERED"));
  }

  @Test
  void isFoundBySilence() {
    var waybill = waybill();

    loadParcels(parcel(waybill, scan("ARRIVED", "2026-11-19T02:00:00Z"))).statusCode(200);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                agent()
                    .get(PROBLEMS + "?waybill=" + waybill)
                    .then()
                    .body("items.causeClass", is(List.of("UNKNOWN"))));
    String number = agent().get(PROBLEMS + "?waybill=" + waybill).path("items[0].number");
    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("deadlines.kind", hasItem("SENDER_REPLY"))
        .body("deadlines.kind", not(hasItem("CUSTODY")))
        .body("withoutPolicy", is(List.of()));

    addScan(waybill, "FAILED", Instant.now());

    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("causeClass", is("INFORMATION"))
        .body("deadlines.find { it.kind == 'CUSTODY' }.state", is("RUNNING"));
    agent()
        .get(PROBLEMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItem("found"));
  }

  @Test
  void isOneForEachWaybill() {
    var waybill = loaded();
    var open = declared(waybill);

    agent()
        .body(problem(waybill))
        .post(PROBLEMS)
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"))
        .body("number", is(open));
  }

  @Test
  void refusesWhatTheStatusOrTheRulesForbid() {
    var number = declared(loaded());

    post(agent(), number, "acknowledgement", "{}")
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("allowedActions", hasItem("instruction"));
    post(agent(), number, "instruction", "{\"instruction\": \"CHANGE_CONTACT\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/phone"));
    post(agent(), number, "instruction", "{\"instruction\": \"CHANGE_CONTACT\", \"phone\": \"12\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/phone"));
    post(agent(), number, "resolution", "{\"outcome\": \"UNCLAIMED\"}")
        .statusCode(422)
        .body("rule", is("REG-14"));
    agent()
        .body(problem(waybill()).replace("COURIER", "SYSTEM"))
        .post(PROBLEMS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/declaredBy"));
    agent().get(PROBLEMS + "/" + number).then().body("status", is("AWAITING_SENDER"));
  }

  @Test
  void belongsToTheOutletThatHasIt() {
    var waybill = loaded();
    outlet("LLT-SH-03")
        .body(problem(waybill))
        .post(PROBLEMS)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
    var number = declared(waybill);

    outlet("LLT-SH-03").get(PROBLEMS + "/" + number).then().statusCode(403);
    outlet("LLT-SH-03").get(PROBLEMS).then().body("items.number", not(hasItem(number)));
    post(outlet("LLT-SH-03"), number, "resolution", "{\"outcome\": \"DELIVERED\"}").statusCode(403);
  }

  @Test
  void waitsForTheDeskWhereItsSenderIsNotKnown() {
    var number = declared(waybill());

    agent().get(PROBLEMS + "/" + number).then().body("status", is("DECLARED"));
    post(agent(), number, "instruction", "{\"instruction\": \"RETURN\"}")
        .statusCode(200)
        .body("status", is("INSTRUCTED"));
  }

  private static String loaded() {
    var waybill = waybill();
    var now = Instant.now().toString();
    loadParcels(parcel(waybill, scan("ARRIVED", now))).statusCode(200);
    return waybill;
  }

  private static String declared(String waybill) {
    return agent().body(problem(waybill)).post(PROBLEMS).path("number");
  }

  private static String problem(String waybill) {
    return """
    {"channel": "API_OUTLET", "waybill": "%s", "causeClass": "INFORMATION",
     "declaredBy": "COURIER", "description": "电话停机，13800138000"}
    """
        .formatted(waybill);
  }

  private static void addScan(String waybill, String kind, Instant at) {
    as(TestServers.token("service"))
        .body(scan(kind, at.toString()))
        .post(TestDesk.PARCELS + "/" + waybill + "/scans")
        .then()
        .statusCode(200);
  }

  private static void reply(String number, String outlet, String answer) {
    TestEvents.send(
        "parceldesk.outlet",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-replied.v1",
            outlet,
            """
            {"outlet": "%s", "inReplyTo": {"number": "%s", "kind": "PROBLEM_PARCEL"},
             "answer": "%s", "repliedAt": "2026-11-23T03:12:09Z"}
            """
                .formatted(outlet, number, answer)));
  }

  private static void awaitView(String number, String condition) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                agent()
                    .get(PROBLEMS + "/" + number)
                    .jsonPath()
                    .getBoolean("with { " + condition + " }"));
  }

  private static JsonPath event(String number, String type) {
    var record =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk." + type + ".v1");
    return JsonPath.from(new String(record.value()));
  }

  private static RequestSpecification outlet(String code) {
    return as(TestServers.token("outlet", code));
  }

  private static ValidatableResponse post(
      RequestSpecification who, String number, String action, String body) {
    return who.body(body).post(PROBLEMS + "/" + number + "/" + action).then();
  }
}
