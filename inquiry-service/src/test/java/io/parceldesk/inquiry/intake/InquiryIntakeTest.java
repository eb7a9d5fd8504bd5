package io.parceldesk.inquiry.intake;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.inquiry;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.opened;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.IntakeContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiryIntakeTest extends IntakeContract {
  InquiryIntakeTest() {
    super(INQUIRIES, "agent");
  }

  @Override
  protected String form(String waybill) {
    return inquiry(waybill);
  }

  @Override
  protected String freshWaybill() {
    return waybill();
  }

  @Test
  void opensAnInquiryAndAnnouncesIt() {
    var number =
        agent()
            .body(inquiry(waybill()))
            .post(INQUIRIES)
            .then()
            .statusCode(201)
            .header("Location", matchesPattern(".*/api/v1/inquiries/INQ-\\d{6}-\\d{5,}[0-9A-Z]"))
            .header("ETag", "\"0\"")
            .body("status", is("CLASSIFIED"))
            .body("class", is("NO_RESULT"))
            .body("waybillKnown", is(false))
            .body("priority", is("NORMAL"))
            .body("inquirer.phone", is("138******00"))
            .body("inquirer.name", is("王**"))
            .body("deadlines.kind", hasItem("FIRST_RESPONSE"))
            .body("withoutPolicy", empty())
            .body("allowedActions", hasItems("promise", "answer", "conversion"))
            .body("allowedActions", not(hasItem("closure")))
            .extract()
            .path("number")
            .toString();

    var record =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk.inquiry-opened.v1");
    var event = JsonPath.from(new String(record.value()));

    assertThat(TestEvents.header(record, "ce_source")).isEqualTo("/inquiry-service");
    assertThat(TestEvents.header(record, "ce_subject")).isEqualTo(number);
    assertThat(TestEvents.header(record, "ce_caseseq")).isEqualTo("1");
    assertThat(event.getString("case.number")).isEqualTo(number);
    assertThat(event.getString("subject")).isEqualTo("DELIVERY_STATE");
    assertThat(new String(record.value())).doesNotContain("13800138000", "王小明", "手机");
  }

  @ParameterizedTest(name = "{0}: {1}, because {2}")
  @CsvSource({
    "DEPARTED,         NO_RESULT,  it only left (INQ-13)",
    "OUT_FOR_DELIVERY, DELAYED,    the promised time has passed (INQ-12)",
    "DELIVERED,        HAS_RESULT, it was delivered (INQ-14)",
  })
  void findsFromTheParcelWhatAnInquiryCallsFor(String scan, String expected, String because) {
    var waybill = waybill();
    loadParcels(parcel(waybill, scan(scan, "2026-11-19T02:00:00Z"))).statusCode(200);

    agent()
        .body(inquiry(waybill))
        .post(INQUIRIES)
        .then()
        .statusCode(201)
        .body("waybillKnown", is(true))
        .body("class", is(expected))
        .body("owner.outlet", is("LLT-CD-02"));
  }

  @Test
  void answersAQuestionAboutPricesWithoutAClass() {
    agent()
        .body(
            inquiry("LLT0000000000")
                .replace("DELIVERY_STATE", "PRICE")
                .replace("\"waybill\": \"LLT0000000000\",", ""))
        .post(INQUIRIES)
        .then()
        .statusCode(201)
        .body("status", is("NEW"))
        .body("class", nullValue())
        .body("waybill", nullValue());
  }

  @Test
  void refusesWhatItCannotUse() {
    agent()
        .body(inquiry(waybill()).replace("DELIVERY_STATE", "WEATHER"))
        .post(INQUIRIES)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/subject"));
    agent()
        .body("{}")
        .post(INQUIRIES)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/channel", "/inquirer", "/question", "/subject"));
  }

  @Test
  void showsAnOutletOnlyWhatItHasToAnswer() {
    var waybill = waybill();
    loadParcels(parcel(waybill, scan("ARRIVED", "2026-11-19T02:00:00Z"))).statusCode(200);
    String number = agent().body(inquiry(waybill)).post(INQUIRIES).path("number");

    as(TestServers.token("outlet", "LLT-CD-02"))
        .get(INQUIRIES + "/" + number)
        .then()
        .statusCode(200);
    as(TestServers.token("outlet", "LLT-SH-03"))
        .get(INQUIRIES + "/" + number)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
    as(TestServers.token("outlet", "LLT-SH-03"))
        .get(INQUIRIES + "?limit=200")
        .then()
        .statusCode(200)
        .body("items.number", not(hasItem(number)));
  }

  @Test
  void revealsTheContactOnlyWithAReasonAndRemembersIt() {
    var inquiry = INQUIRIES + "/" + opened();

    agent().body("{}").post(inquiry + "/contact-reveal").then().statusCode(400);
    agent()
        .body("{\"reason\": \"call back\"}")
        .post(inquiry + "/contact-reveal")
        .then()
        .statusCode(200)
        .body("phone.e164", is("+8613800138000"));
    agent()
        .get(inquiry + "/timeline")
        .then()
        .body("items.action", is(List.of("opening", "contact-reveal")))
        .body("items.note", is(List.of("NO_RESULT", "call back")));
  }

  @Test
  void revealsNothingToWhoHasSeenTooMuch() {
    var inquiry = INQUIRIES + "/" + opened();
    var curious = TestServers.tokens().token("agent", null, "curious." + UUID.randomUUID());
    var shown = 0;
    var answer = reveal(curious, inquiry);
    while (answer.statusCode() == 200 && shown < 200) {
      shown++;
      answer = reveal(curious, inquiry);
    }

    answer.then().statusCode(429).body("code", is("too-many-reveals"));
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    assertThat(shown).isBetween(60, 62); // what comes back meanwhile included
    agent()
        .get(inquiry + "/timeline")
        .then()
        .body("items.findAll { it.action == 'contact-reveal' }.size()", is(shown));
    agent()
        .body("{\"reason\": \"call back\"}")
        .post(inquiry + "/contact-reveal")
        .then()
        .statusCode(200);
  }

  private static Response reveal(String token, String inquiry) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"reason\": \"call back\"}")
        .post(inquiry + "/contact-reveal");
  }
}
