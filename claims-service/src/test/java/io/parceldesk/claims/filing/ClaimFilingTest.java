package io.parceldesk.claims.filing;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.acceptedParcel;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.filed;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimFilingTest {
  @Test
  void filesAClaimAndAnnouncesIt() {
    var number =
        adjuster()
            .body(claim(waybill()))
            .post(CLAIMS)
            .then()
            .statusCode(201)
            .header("Location", matchesPattern(".*/api/v1/claims/CLM-\\d{6}-\\d{5,}[0-9A-Z]"))
            .header("ETag", "\"0\"")
            .body("status", is("FILED"))
            .body("ground", is("LOSS"))
            .body("claimed.amount", is("820.00"))
            .body("waybillKnown", is(false))
            .body("claimant.phone", is("138******00"))
            .body("claimant.name", is("王**"))
            .body("deadlines.find { it.kind == 'REPLY' }.nature", is("STATUTORY"))
            .body("deadlines.find { it.kind == 'REPLY' }.rule", is("SLA-11"))
            .body("withoutPolicy", empty())
            .body("allowedActions", hasItems("acceptance", "return"))
            .extract()
            .path("number")
            .toString();

    var record = TestEvents.awaitType("parceldesk.claims", number, "io.parceldesk.claim-filed.v1");
    var event = JsonPath.from(new String(record.value()));

    assertThat(TestEvents.header(record, "ce_source")).isEqualTo("/claims-service");
    assertThat(TestEvents.header(record, "ce_subject")).isEqualTo(number);
    assertThat(TestEvents.header(record, "ce_caseseq")).isEqualTo("1");
    assertThat(event.getString("case.kind")).isEqualTo("CLAIM");
    assertThat(event.getString("claimed.amount")).isEqualTo("820.00");
    assertThat(event.getString("route")).isEqualTo("DOMESTIC");
    assertThat(new String(record.value())).doesNotContain("13800138000", "王小明", "十天");
  }

  @Test
  void knowsTheParcelsThatWereAccepted() {
    adjuster()
        .body(claim(acceptedParcel()))
        .post(CLAIMS)
        .then()
        .statusCode(201)
        .body("waybillKnown", is(true));
  }

  @Test
  void replaysTheAnswerToTheSameKeyAndRefusesItForAnotherBody() {
    var key = UUID.randomUUID().toString();
    var form = claim(waybill());
    var first = adjuster().header("Idempotency-Key", key).body(form).post(CLAIMS);

    var second = adjuster().header("Idempotency-Key", key).body(form).post(CLAIMS);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    adjuster()
        .header("Idempotency-Key", key)
        .body(claim(waybill()))
        .post(CLAIMS)
        .then()
        .statusCode(422)
        .body("code", is("idempotency-key-reused"));
  }

  @Test
  void refusesASecondOpenClaimForTheWaybillUnlessToldOtherwise() {
    var waybill = waybill();
    String open = adjuster().body(claim(waybill)).post(CLAIMS).path("number");

    adjuster()
        .body(claim(waybill))
        .post(CLAIMS)
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"))
        .body("number", equalTo(open));
    adjuster()
        .body(claim(waybill).replace("\"channel\"", "\"evenIfDuplicate\": true, \"channel\""))
        .post(CLAIMS)
        .then()
        .statusCode(201)
        .body("priority", is("HIGH"));
  }

  @Test
  void refusesWhatItCannotUse() {
    adjuster()
        .body("{\"channel\": ")
        .post(CLAIMS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", is("malformed-json"));
    adjuster()
        .body(claim(waybill()).replace("LOSS", "THEFT"))
        .post(CLAIMS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/ground"));
    adjuster()
        .body(claim(waybill()).replace("820.00", "820"))
        .post(CLAIMS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/claimed/amount"));
    adjuster()
        .body("{}")
        .post(CLAIMS)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/channel", "/claimant", "/claimed", "/ground", "/route"));
    adjuster()
        .body(
            claim(waybill())
                .replace("\"channel\"", "\"against\": {\"outlet\": \"NO-SUCH\"}, \"channel\""))
        .post(CLAIMS)
        .then()
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    adjuster()
        .body(claim(waybill()).replace("十天", "x".repeat(2_000_000)))
        .post(CLAIMS)
        .then()
        .statusCode(413)
        .body("code", is("body-too-large"));
  }

  @Test
  void letsInOnlyWhoMay() {
    given()
        .contentType(ContentType.JSON)
        .body(claim(waybill()))
        .post(CLAIMS)
        .then()
        .statusCode(401)
        .body("code", is("unauthenticated"));
    as(TestServers.token("outlet", "LLT-GZ-01"))
        .body(claim(waybill()))
        .post(CLAIMS)
        .then()
        .statusCode(403)
        .body("code", is("forbidden"));
  }

  @Test
  void saysThatANumberIsMistyped() {
    var number = filed();
    var last = number.charAt(number.length() - 1);
    var mistyped = number.substring(0, number.length() - 1) + (last == 'A' ? 'B' : 'A');

    adjuster()
        .get(CLAIMS + "/" + mistyped)
        .then()
        .statusCode(400)
        .body("code", is("bad-case-number"));
    adjuster().get(CLAIMS + "/" + number).then().statusCode(200).body("number", is(number));
  }

  @Test
  void showsAnOutletOnlyItsOwnClaims() {
    var outlet = announcedOutlet("LLT-GZ-TH");
    String number =
        adjuster()
            .body(
                claim(waybill())
                    .replace(
                        "\"channel\"", "\"against\": {\"outlet\": \"LLT-GZ-TH\"}, \"channel\""))
            .post(CLAIMS)
            .path("number");

    as(TestServers.token("outlet", outlet)).get(CLAIMS + "/" + number).then().statusCode(200);
    as(TestServers.token("outlet", "LLT-SH-03"))
        .get(CLAIMS + "/" + number)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
    as(TestServers.token("outlet", "LLT-SH-03"))
        .get(CLAIMS + "?limit=200")
        .then()
        .statusCode(200)
        .body("items.number", not(hasItem(number)));
  }

  @Test
  void revealsTheContactOnlyWithAReasonAndRemembersIt() {
    var claim = CLAIMS + "/" + filed();

    adjuster().body("{}").post(claim + "/contact-reveal").then().statusCode(400);
    adjuster()
        .body("{\"reason\": \"ask for the invoice\"}")
        .post(claim + "/contact-reveal")
        .then()
        .statusCode(200)
        .body("phone.e164", is("+8613800138000"));
    adjuster()
        .get(claim + "/timeline")
        .then()
        .body("items.action", hasItems("filing", "contact-reveal"));
  }
}
