package io.parceldesk.inquiry.handling;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.inquiry;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.opened;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the platform drafts, finds and warns of, so that the desk answers at once. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiryAnswersTest {
  private static final String IN_TIME = Instant.now().minusSeconds(3600).toString();

  @Test
  void draftsFromTheLastScanInTheInquirersLanguageAndSendsOnConfirmation() {
    var waybill = waybill();
    loadParcels(
            parcel(
                waybill,
                scan("ARRIVED", "2026-11-19T02:00:00Z") + "," + scan("DELIVERED", IN_TIME)))
        .statusCode(200);

    String number =
        open(inquiry(waybill).replace("\"SENDER\"", "\"SENDER\", \"locale\": \"en\""))
            .body("class", is("HAS_RESULT"))
            .body(
                "draftAnswer",
                allOf(containsString("was signed for"), not(containsString(waybill))))
            .body("validUntil", notNullValue())
            .body("pastValidity", is(false))
            .extract()
            .path("number");
    agent().get(INQUIRIES + "?waybill=" + waybill).then().body("items[0].draftAnswer", nullValue());

    post(number, "answer", "{\"confirmDraft\": true}")
        .statusCode(200)
        .body("status", is("ANSWERED"))
        .body("answer", containsString("was signed for"))
        .body("draftAnswer", nullValue());
  }

  @Test
  void explainsADelayByItsProblem() {
    var waybill = waybill();
    loadParcels(parcel(waybill, scan("ARRIVED", IN_TIME))).statusCode(200);
    agent()
        .body(
            """
            {"channel": "PHONE", "waybill": "%s", "causeClass": "OUT_OF_AREA",
             "declaredBy": "COURIER"}
            """
                .formatted(waybill))
        .post("/api/v1/problem-parcels")
        .then()
        .statusCode(201);

    open(inquiry(waybill))
        .body("class", is("DELAYED"))
        .body("draftAnswer", allOf(containsString("抱歉"), containsString("超出派送范围")));
  }

  @Test
  void asksForTheAddressWhereNothingIsKnownAndInformsWithinHalfAnHour() {
    String number =
        open(inquiry(waybill()))
            .body("class", is("NO_RESULT"))
            .body("draftAnswer", containsString("详细的收件地址"))
            .body("deadlines.find { it.kind == 'INFORM' }.state", is("RUNNING"))
            .body("deadlines.find { it.kind == 'INFORM' }.rule", is("SLA-07"))
            .body("deadlines.find { it.kind == 'FIRST_RESPONSE' }.state", is("MET"))
            .body("deadlines.find { it.kind == 'WORK_ORDER' }.state", is("RUNNING"))
            .extract()
            .path("number");

    post(number, "answer", "{\"confirmDraft\": true}").statusCode(422).body("rule", is("INQ-13"));
    post(number, "answer", "{\"confirmDraft\": true, \"text\": \"x\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/text"));
    post(
            number,
            "promise",
            """
            {"promisedReplyAt": "%s", "deliveryAddress": "上海市浦东新区世纪大道8号"}
            """
                .formatted(Instant.now().plusSeconds(7200)))
        .statusCode(200)
        .body("deliveryAddress", is("上海市浦东新****"))
        .body("deadlines.find { it.kind == 'INFORM' }.state", is("MET"));
  }

  @Test
  void findsAParcelByItsInquirersPhoneElseByName() {
    var phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    var waybill = waybill();
    loadParcels(parcel(waybill, scan("DELIVERED", IN_TIME)).replace("13800138000", phone))
        .statusCode(200);
    var withoutWaybill =
        inquiry("LLT0000000000")
            .replace("\"waybill\": \"LLT0000000000\",", "")
            .replace("13800138000", phone);

    String number =
        open(withoutWaybill)
            .body("class", is("NO_WAYBILL"))
            .body("candidates[0].waybill", is(waybill))
            .body("candidates[0].role", is("SENDER"))
            .body("candidates[0].lastScan", is("DELIVERED"))
            .body("draftAnswer", containsString("1件"))
            .body("allowedActions", hasItem("waybill"))
            .extract()
            .path("number");
    post(number, "waybill", "{\"waybill\": \"" + waybill + "\"}")
        .statusCode(200)
        .body("class", is("HAS_RESULT"))
        .body("waybill", is(waybill))
        .body("candidates", empty())
        .body("allowedActions", not(hasItem("waybill")));
    var identified =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk.inquiry-identified.v1");
    assertThat(JsonPath.from(new String(identified.value())).getString("case.waybill"))
        .isEqualTo(waybill);

    open(withoutWaybill.replace(phone, "13700137999").replace("王小明", "无此人" + phone))
        .body("candidates", empty())
        .body("draftAnswer", containsString("唯一标识"));
  }

  @Test
  void warnsThatAYearHasPassed() {
    var waybill = waybill();
    loadParcels(
            parcel(
                waybill,
                scan("ACCEPTED", "2025-01-10T02:00:00Z")
                    + ","
                    + scan("DELIVERED", "2025-01-12T02:00:00Z")))
        .statusCode(200);

    open(inquiry(waybill))
        .body("pastValidity", is(true))
        .body("validUntil", is("2026-01-10T16:00:00Z"))
        .body("draftAnswer", startsWith("该快件自收寄之日起的一年查询期已于"))
        .body("allowedActions", hasItem("answer"));
  }

  @Test
  void reopensWithinThePeriodOnly() throws Exception {
    var number = opened();
    post(number, "answer", "{\"text\": \"今天送到\"}").statusCode(200);
    post(number, "closure", "{}").statusCode(200);
    post(number, "reopening", "{}")
        .statusCode(200)
        .body("deadlines.find { it.kind == 'WORK_ORDER' }.state", is("RUNNING"));
    post(number, "answer", "{\"text\": \"明天送到\"}").statusCode(200);
    post(number, "closure", "{}").statusCode(200);
    longAgo(number);

    post(number, "reopening", "{}").statusCode(409).body("code", is("reopening-too-late"));
  }

  private static void longAgo(String number) throws Exception {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("inquiry"), "inquiry", "inquiry");
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update inquiry set closed_at = now() - interval '31 days' where number = '"
              + number
              + "'");
    }
  }

  private static ValidatableResponse open(String body) {
    return agent().body(body).post(INQUIRIES).then().statusCode(201);
  }

  private static ValidatableResponse post(String number, String action, String body) {
    return agent().body(body).post(INQUIRIES + "/" + number + "/" + action).then();
  }
}
