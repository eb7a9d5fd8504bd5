package io.parceldesk.claims.filing;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.acceptedParcel;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.filed;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.IntakeContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimFilingTest extends IntakeContract {
  ClaimFilingTest() {
    super(CLAIMS, "adjuster");
  }

  @Override
  protected String form(String waybill) {
    return claim(waybill);
  }

  @Override
  protected String freshWaybill() {
    return waybill();
  }

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
  void refusesWhatItCannotUse() {
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
