package io.parceldesk.complaint.handling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Waiting for the customer, and what the deadlines say of it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PauseTest {
  private static final String WAITING =
      "{\"reason\": \"WAITING_FOR_CUSTOMER\", \"note\": \"photo\"}";

  @Test
  void stopsTheServiceClocksAndNeverTheLaws() {
    var number = TestComplaints.register();

    act(number, "pause", WAITING)
        .statusCode(200)
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("PAUSED"))
        .body("deadlines.find { it.kind == 'STATUTORY' }.state", is("RUNNING"))
        .body("allowedActions", hasItem("resumption"));
    act(number, "pause", WAITING).statusCode(409).body("code", is("nothing-to-pause"));
    act(number, "resumption", "{\"note\": \"photo is here\"}")
        .statusCode(200)
        .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("RUNNING"));
    act(number, "resumption", "{}").statusCode(409).body("code", is("not-paused"));
    timeline(number).body("items.note", hasItem("WAITING_FOR_CUSTOMER: photo"));
  }

  @Test
  void namesTheReasonsThatThePoliciesAllow() {
    act(TestComplaints.register(), "pause", "{\"reason\": \"LUNCH\"}")
        .statusCode(422)
        .body("code", is("pause-reason-not-allowed"))
        .body(
            "allowedReasons",
            contains("CUSTOMER_ASKED_TO_WAIT", "CUSTOMER_UNREACHABLE", "WAITING_FOR_CUSTOMER"));
    act(TestComplaints.register(), "pause", "{}")
        .statusCode(400)
        .body("errors[0].pointer", is("/reason"));
  }

  /** Conformance 8: the customer asks about the parcel in another service. */
  @Test
  void goesOnWhenTheCustomerOpensAnInquiryOnTheParcel() {
    var number = TestComplaints.register();
    act(number, "pause", WAITING).statusCode(200);
    String waybill = desk("agent").get("/api/v1/complaints/" + number).path("waybill");

    TestEvents.send(
        "parceldesk.inquiry",
        Event.of(
            "/inquiry-service",
            "io.parceldesk.inquiry-opened.v1",
            "INQ-261122-00077A",
            """
            {"case": {"number": "INQ-261122-00077A", "kind": "INQUIRY", "status": "NEW",
              "priority": "NORMAL", "tier": "ORDINARY", "waybill": "%s",
              "openedAt": "2026-11-22T08:00:00Z"},
             "subject": "DELIVERY_STATE", "channel": "PHONE", "contact": null}
            """
                .formatted(waybill)));

    await()
        .untilAsserted(
            () ->
                deadline(number, "RESOLVE", "en")
                    .body("state", is("RUNNING"))
                    .body("segments.state", contains("RUNNING", "PAUSED", "RUNNING")));
    timeline(number).body("items.note", hasItem("INQ-261122-00077A"));
  }

  /** The customer asked without a number, and the parcel was found (INQ-16). */
  @Test
  void goesOnWhenTheParcelOfAnInquiryIsFound() {
    var number = TestComplaints.register();
    act(number, "pause", WAITING).statusCode(200);
    String waybill = desk("agent").get("/api/v1/complaints/" + number).path("waybill");

    TestEvents.send(
        "parceldesk.inquiry",
        Event.of(
            "/inquiry-service",
            "io.parceldesk.inquiry-identified.v1",
            "INQ-261122-00078L",
            """
            {"case": {"number": "INQ-261122-00078L", "kind": "INQUIRY", "status": "CLASSIFIED",
              "priority": "NORMAL", "tier": "ORDINARY", "waybill": "%s",
              "openedAt": "2026-11-22T08:00:00Z"},
             "identifiedAt": "2026-11-22T09:00:00Z"}
            """
                .formatted(waybill)));

    await().untilAsserted(() -> deadline(number, "RESOLVE", "en").body("state", is("RUNNING")));
    timeline(number).body("items.note", hasItem("INQ-261122-00078L"));
  }

  @Test
  void explainsADeadlineInTheReadersLanguage() {
    var number = TestComplaints.register();
    act(number, "pause", WAITING).statusCode(200);

    deadline(number, "RESOLVE", "en-GB")
        .header("Content-Language", "en")
        .body("policy", is("complaint-resolve-major@1"))
        .body("rules", contains("SLA-10"))
        .body("budget", is("5wd"))
        .body("calendar", is("outlet:" + TestComplaints.OUTLET))
        .body("limit.kind", is("STATUTORY"))
        .body("skippedDays[0].why", oneOf("RECEIVED", "DAY_OFF", "HOLIDAY")) // today
        .body("rungs.state", hasItem("PENDING"))
        .body("sentence", containsString("(waiting for the customer)"))
        .body("sentence", containsString("as policy complaint-resolve-major@1 says (SLA-10)"));
    deadline(number, "RESOLVE", "zh-CN")
        .header("Content-Language", "zh-CN")
        .body("sentence", containsString("暂停计时（等待客户答复）"))
        .body("sentence", containsString("个工作日，依据政策complaint-resolve-major@1（SLA-10）"));
    deadline(number, "STATUTORY", "en")
        .body("sentence", startsWith("Due before "))
        .body("limit", nullValue());
    desk("agent")
        .header("Accept-Language", "en")
        .get("/api/v1/complaints/" + number + "/deadlines")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("ACKNOWLEDGE"))
        .body("items.sentence", hasItem(startsWith("Due before ")));
  }

  @Test
  void hasNoExplanationOfWhatTheCaseNeverHad() {
    deadline(TestComplaints.register(), "PAYMENT", "en").statusCode(404);
  }

  private static ValidatableResponse deadline(String number, String kind, String language) {
    return desk("agent")
        .header("Accept-Language", language)
        .get("/api/v1/complaints/" + number + "/deadlines/" + kind)
        .then();
  }

  private static ValidatableResponse timeline(String number) {
    return desk("agent").get("/api/v1/complaints/" + number + "/timeline").then();
  }

  private static ValidatableResponse act(String number, String action, String body) {
    return desk("agent").body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
