package io.parceldesk.inquiry.tracking;

import static io.parceldesk.inquiry.TestDesk.PROMISED_AT;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TrackingTest {
  private final String somebody = address();
  private String waybill;

  @Inject Sql sql;

  @BeforeEach
  void load() {
    waybill = waybill();
    loadParcels(parcel(waybill, scan("ARRIVED", "2026-11-19T02:00:00Z"))).statusCode(200);
  }

  @Test
  void showsMilestonesByNumberAlone() {
    var answer = ask(somebody, waybill, null);

    answer
        .then()
        .statusCode(200)
        .header("Content-Language", "zh-CN")
        .header("Cache-Control", "no-store")
        .body("statusText", is("运输中"))
        .body("milestones.text", contains("已到达"))
        .body("service.promisedAt", is(PROMISED_AT))
        .body("fee.freight.amount", is("12.00"))
        .body("disputeResolution", containsString("12305"))
        .body("parties", nullValue());
    assertThat(answer.asString()).doesNotContain("王", "李", "天河", "138", "139");
  }

  @Test
  void speaksEnglishToThoseWhoAskForIt() {
    given()
        .header("X-Forwarded-For", somebody)
        .header("Accept-Language", "fr, en;q=0.8, zh;q=0.5")
        .get("/api/v1/tracking/" + waybill)
        .then()
        .header("Content-Language", "en")
        .body("statusText", is("In transit"));
  }

  @Test
  void showsThePartiesMaskedToWhoKnowsOneOfTheirPhones() {
    ask(somebody, waybill, "9000")
        .then()
        .statusCode(200)
        .body("parties.sender.name", is("王**"))
        .body("parties.sender.phone", is("138******00"))
        .body("parties.recipient.address", is("成都市武侯区****"));
  }

  @Test
  void tellsAGuesserNothing() {
    var wrongDigits = ask(somebody, waybill, "1234");
    var unknown = ask(somebody, waybill(), "1234");

    assertThat(wrongDigits.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
    assertThat(wrongDigits.asString()).isEqualTo(unknown.asString());
    assertThat(wrongDigits.headers().asList())
        .extracting(header -> header.getName())
        .isEqualTo(unknown.headers().asList().stream().map(header -> header.getName()).toList());
  }

  @Test
  void stopsWhoTriesNumbersOut() {
    var guesser = address();
    var statuses =
        IntStream.range(0, 25).map(n -> ask(guesser, waybill(), null).statusCode()).toArray();

    assertThat(statuses).startsWith(404).endsWith(429, 429, 429, 429, 429);
    ask(guesser, waybill, null)
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.greaterThan(0))
        .body("code", is("too-many-requests"));
    ask(address(), waybill, null).then().statusCode(200);
  }

  @Test
  void stopsWhoTriesDigitsOutFromManyAddresses() {
    for (var digits = 0; digits < 5; digits++) {
      ask(address(), waybill, "100" + digits).then().statusCode(404);
    }

    ask(address(), waybill, "9000").then().statusCode(429);
    ask(address(), waybill, null).then().statusCode(200);
  }

  @Test
  void doesNotCountDigitsThatAreRight() {
    for (var n = 0; n < 10; n++) {
      ask(address(), waybill, "8000").then().statusCode(200);
    }
  }

  @Test
  void keepsAttemptsWithoutPersonalData() {
    var guesser = address();
    ask(guesser, waybill, "8000");
    ask(guesser, waybill(), "8000");

    var attempts =
        sql.list(
            "select client || outcome from tracking_attempt where waybill = ?",
            row -> row.getString(1),
            waybill);
    assertThat(attempts)
        .singleElement()
        .asString()
        .endsWith("SHOWN_WITH_PARTIES")
        .doesNotContain(guesser, "8000");
  }

  @Test
  void refusesInTheReadersLanguage() {
    var guesser = address();

    ask(guesser, waybill(), null)
        .then()
        .statusCode(404)
        .header("Content-Language", "zh-CN")
        .header("Cache-Control", "no-store")
        .contentType("application/problem+json")
        .body("detail", containsString("没有查到"));
    inEnglish(guesser, waybill())
        .then()
        .statusCode(404)
        .header("Content-Language", "en")
        .body("detail", containsString("No parcel has this number"));
    IntStream.range(0, 20).forEach(n -> ask(guesser, waybill(), null));
    ask(guesser, waybill(), null).then().statusCode(429).body("detail", is("查询过于频繁，请稍后再试。"));
    inEnglish(guesser, waybill())
        .then()
        .statusCode(429)
        .header("Content-Language", "en")
        .body("detail", is("Too many questions; ask again later."));
  }

  private static Response inEnglish(String client, String waybill) {
    return given()
        .header("X-Forwarded-For", client)
        .header("Accept-Language", "en")
        .get("/api/v1/tracking/" + waybill);
  }

  @Test
  void refusesDigitsThatAreNone() {
    ask(somebody, waybill, "12").then().statusCode(400).body("code", is("bad-phone4"));
  }

  private static Response ask(String client, String waybill, String phone4) {
    var request = given().header("X-Forwarded-For", client);
    return (phone4 == null ? request : request.queryParam("phone4", phone4))
        .get("/api/v1/tracking/" + waybill);
  }

  private static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }
}
