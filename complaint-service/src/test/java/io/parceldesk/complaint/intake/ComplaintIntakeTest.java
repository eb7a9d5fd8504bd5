package io.parceldesk.complaint.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.IntakeContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ComplaintIntakeTest extends IntakeContract {
  private static String outlet;

  ComplaintIntakeTest() {
    super("/api/v1/complaints", "agent");
  }

  @Override
  protected String form(String waybill) {
    return complaint(waybill);
  }

  @Override
  protected String freshWaybill() {
    return waybill();
  }

  @BeforeAll
  static void outletIsKnown() {
    outlet = TestOutlets.announced("LLT-GZ-TH");
  }

  @Test
  void registersAComplaintAndAnnouncesIt() {
    var number =
        desk()
            .body(complaint(waybill()))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .header("Location", matchesPattern(".*/api/v1/complaints/CMP-\\d{6}-\\d{5,}[0-9A-Z]"))
            .header("ETag", "\"0\"")
            .body("status", is("RECEIVED"))
            .body("stars", is(5))
            .body("priority", is("NORMAL"))
            .body("complainant.phone", is("138******00"))
            .body("complainant.name", is("王**"))
            .body("waybillKnown", is(false))
            .body("deadlines.kind", hasItems("ACKNOWLEDGE", "PLAN", "RESOLVE", "STATUTORY"))
            .body("deadlines.state", not(hasItem("MET")))
            .body("withoutPolicy", empty())
            .body("allowedActions", hasItems("acknowledgement", "escalations", "claim-referral"))
            .body("version", is(0))
            .extract()
            .path("number")
            .toString();

    var record =
        TestEvents.awaitType(
            "parceldesk.complaint", number, "io.parceldesk.complaint-registered.v1");
    var event = JsonPath.from(new String(record.value()));

    assertThat(TestEvents.header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(TestEvents.header(record, "ce_source")).isEqualTo("/complaint-service");
    assertThat(TestEvents.header(record, "ce_subject")).isEqualTo(number);
    assertThat(TestEvents.header(record, "ce_caseseq")).isEqualTo("1");
    assertThat(TestEvents.header(record, "content-type")).isEqualTo("application/json");
    assertThat(TestEvents.header(record, "traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    assertThat(event.getString("case.number")).isEqualTo(number);
    assertThat(event.getString("case.outlet")).isEqualTo(outlet);
    assertThat(event.getString("answerBy")).isNotNull();
    assertThat(new String(record.value())).doesNotContain("13800138000", "王小明", "摔坏");
  }

  @Test
  void refusesWhatItCannotUse() {
    desk()
        .body(complaint(waybill()).replace("DAMAGE", "BROKEN"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/category"));
    desk()
        .body(complaint(waybill()).replace("13800138000", "12"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/complainant/phone"));
    desk()
        .body("{}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/category", "/channel", "/complainant", "/description"));
    desk()
        .body(complaint(waybill()).replace(outlet, "NO-SUCH"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(422)
        .body("code", is("unknown-outlet"));
  }

  @Test
  void showsAnOutletOnlyItsOwnComplaints() {
    var other = TestOutlets.announced("LLT-SH-PD");
    var number =
        desk().body(complaint(waybill())).post("/api/v1/complaints").path("number").toString();

    as(TestServers.token("outlet", outlet))
        .get("/api/v1/complaints/" + number)
        .then()
        .statusCode(200);
    as(TestServers.token("outlet", other))
        .get("/api/v1/complaints/" + number)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
    as(TestServers.token("outlet", other))
        .get("/api/v1/complaints?limit=200")
        .then()
        .statusCode(200)
        .body("items.number", not(hasItem(number)));
  }

  @Test
  void revealsTheContactOnlyWithAReasonAndRemembersIt() {
    var number =
        desk().body(complaint(waybill())).post("/api/v1/complaints").path("number").toString();

    desk()
        .body("{}")
        .post("/api/v1/complaints/" + number + "/contact-reveal")
        .then()
        .statusCode(400);
    desk()
        .body("{\"reason\": \"call back\"}")
        .post("/api/v1/complaints/" + number + "/contact-reveal")
        .then()
        .statusCode(200)
        .body("phone.e164", is("+8613800138000"))
        .body("name", is("王小明"));
    desk()
        .get("/api/v1/complaints/" + number + "/timeline")
        .then()
        .body("items.action", hasItems("registration", "contact-reveal"))
        .body("items[1].note", is("call back"));
  }

  @Test
  void pagesThroughComplaints() {
    for (var i = 0; i < 3; i++) {
      desk().body(complaint(waybill())).post("/api/v1/complaints").then().statusCode(201);
    }

    var first = desk().get("/api/v1/complaints?limit=2&status=RECEIVED&outlet=" + outlet);
    var second =
        desk().get("/api/v1/complaints?limit=2&status=RECEIVED&cursor=" + first.path("next"));

    assertThat(first.jsonPath().getList("items")).hasSize(2);
    assertThat(second.jsonPath().getList("items.number"))
        .doesNotContainAnyElementsOf(first.jsonPath().getList("items.number"));
    desk().get("/api/v1/complaints?limit=201").then().statusCode(400).body("code", is("bad-limit"));
    desk()
        .get("/api/v1/complaints?cursor=junk")
        .then()
        .statusCode(400)
        .body("code", is("bad-cursor"));
    desk().get("/api/v1/complaints?sort=dueAt&limit=1").then().statusCode(200);
  }

  private static RequestSpecification desk() {
    return as(TestServers.token("agent"));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static String waybill() {
    return TestComplaints.waybill();
  }

  private static String complaint(String waybill) {
    return TestComplaints.form("DAMAGE", waybill);
  }
}
