package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.TestClaims.OFFER;
import static io.parceldesk.claims.TestClaims.PAYMENT;
import static io.parceldesk.claims.TestClaims.accepted;
import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.agreed;
import static io.parceldesk.claims.TestClaims.confirm;
import static io.parceldesk.claims.TestClaims.event;
import static io.parceldesk.claims.TestClaims.finance;
import static io.parceldesk.claims.TestClaims.offered;
import static io.parceldesk.claims.TestClaims.order;
import static io.parceldesk.claims.TestClaims.ordered;
import static io.parceldesk.claims.TestClaims.paid;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.milestone;
import static io.parceldesk.claims.TestDesk.text;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What counted as lost has come: a person decides (AMB-13). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimReopeningTest {
  private static final String CAME = "{\"reason\": \"快件今日送达，客户确认收到\"}";
  private static final String DELAY =
      "\"owed\": {\"dispatchedOn\": \"2026-11-18\", \"freight\": \"12.00\"}";

  @Test
  void settlesAPaidLossAsTheDelayThatItWas() {
    var number = delivered(ClaimReopeningTest::paidClaim);
    view(number).body("allowedActions", hasItems("reopening", "loss-confirmation"));

    post(number, "reopening", CAME)
        .statusCode(200)
        .body("status", is("ACCEPTED"))
        .body("ground", is("DELAY"))
        .body("payment", is("CONFIRMED"))
        .body("closedAt", nullValue())
        .body("allowedActions", hasItem("resettlement"))
        .body("allowedActions", not(hasItem("offer")))
        .body("deadlines.find { it.kind == 'PROPOSAL' }.state", is("RUNNING"));
    post(number, "resettlement", settled(DELAY, ", \"reference\": \"ICBC-IN-1\""))
        .statusCode(200)
        .body("status", is("PAID"))
        .body("offer.amount.amount", is("12.00")) // CMPN-02: the delay tariff, however late
        .body("offer.steps.rule", hasItem("CMPN-02"))
        .body("closedAt", notNullValue())
        .body("deadlines.find { it.kind == 'PROPOSAL' }.state", is("MET"));

    finance()
        .get("/api/v1/payment-orders/" + order(number))
        .then()
        .body("ground", is("DELAY"))
        .body("amount.amount", is("812.00"))
        .body("paidBack.amount", is("800.00"))
        .body("paidBackReference", is("ICBC-IN-1"));
    assertThat(
            count(
                """
                select count(*) from ledger_line l join ledger_entry e on e.id = l.entry_id
                 where e.case_number = ? and e.cause = 'RECOVERY'
                   and (l.account, l.amount) in (('HEADQUARTERS', 800.00), ('CUSTOMERS', -800.00))
                """,
                number))
        .isEqualTo(2);
    assertThat(event(number, "claim-reopened").getString("paid.amount")).isEqualTo("812.00");
    assertThat(event(number, "claim-resettled").getString("owed.amount")).isEqualTo("12.00");
    assertThat(event(number, "claim-resettled").getString("paidBack.amount")).isEqualTo("800.00");
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItems("delivery-after-loss", "reopening", "resettlement"))
        .body("items.find { it.action == 'resettlement' }.note", is("12.00, 800.00 back: 客户退回余款"));
    post(number, "resettlement", settled(DELAY, "")).statusCode(409);
    post(number, "reopening", CAME).statusCode(409);
  }

  @Test
  void letsTheClaimantKeepAllForAReason() {
    var number = delivered(ClaimReopeningTest::paidClaim);
    after(number, "reopening", CAME);
    var all = DELAY.replace("}", ", \"amount\": \"812.00\", \"reason\": \"客户弃货，快件归公司\"}");

    post(number, "resettlement", settled(all, ", \"reference\": \"ICBC-IN-2\""))
        .statusCode(400)
        .body("errors[0].pointer", is("/reference"));
    post(number, "resettlement", settled(all, ""))
        .statusCode(200)
        .body("offer.deviation", is("ABOVE"))
        .body("offer.reason", is("客户弃货，快件归公司"));

    assertThat(text("select paid_back::text from payment_order where number = ?", number))
        .isEqualTo("0.00");
    assertThat(count("select count(*) from ledger_entry where case_number = ?", number)).isOne();
  }

  /** As the money went out, so it comes back. */
  @Test
  void takesTwoPeopleAboveTheLimit() {
    var number = delivered(ClaimReopeningTest::largeClaim);
    by("李复核", number, "reopening", CAME).then().statusCode(200);
    var settlement = settled(DELAY, ", \"reference\": \"ICBC-IN-3\"");

    by("李复核", number, "resettlement", settlement)
        .then()
        .statusCode(422)
        .body("code", is("four-eyes"))
        .body("rule", is("AMB-13"))
        .body("above", is("1000.00"));
    view(number).body("status", is("ACCEPTED"));
    assertThat(count("select count(*) from ledger_entry where case_number = ?", number)).isOne();
    by("王调解", number, "resettlement", settlement).then().statusCode(200);

    finance()
        .get("/api/v1/payment-orders/" + order(number))
        .then()
        .body("reopenedBy", is("李复核"))
        .body("paidBackBy", is("王调解"));
    assertThat(
            finance().accept("text/csv").get("/api/v1/payment-orders?state=CONFIRMED").asString())
        .containsPattern(order(number) + ",.*,2000.00,ICBC-IN-3\r\n");
  }

  @Test
  void refusesWhatCannotBeSettledAndWritesNothing() {
    var number = delivered(ClaimReopeningTest::paidClaim);
    post(number, "reopening", "{}").statusCode(400).body("errors[0].pointer", is("/reason"));
    after(number, "reopening", CAME);

    post(number, "resettlement", settled(DELAY, ""))
        .statusCode(400)
        .body("errors[0].pointer", is("/reference"));
    post(
            number,
            "resettlement",
            settled(DELAY.replace("}", ", \"amount\": \"812.01\", \"reason\": \"多付\"}"), ""))
        .statusCode(422)
        .body("code", is("more-than-paid"))
        .body("rule", is("AMB-13"))
        .body("paid", is("812.00"));
    post(number, "resettlement", settled(DELAY.replace("12.00", "12.005"), ""))
        .statusCode(400)
        .body("errors[0].pointer", is("/owed/freight"));

    view(number).body("status", is("ACCEPTED"));
    assertThat(count("select count(*) from ledger_entry where case_number = ?", number)).isOne();
  }

  @Test
  void takesBackAnAwardThatWasNotPaidYet() {
    var number = delivered(waybill -> agreed(waybill));

    post(number, "reopening", CAME)
        .statusCode(200)
        .body("status", is("ACCEPTED"))
        .body("payment", nullValue())
        .body("deadlines.find { it.kind == 'PAYMENT' }.state", is("CANCELLED"));
    assertThat(count("select count(*) from payment_order where number = ?", number)).isZero();

    post(number, "offer", OFFER).statusCode(200).body("offer.amount.amount", is("12.00"));
    after(number, "agreement", "{}");
    post(number, "payment", PAYMENT).statusCode(200).body("payment", is("ORDERED"));
  }

  @Test
  void leavesMoneyThatIsOnItsWayAlone() {
    var number = delivered(waybill -> ordered(waybill));

    post(number, "reopening", CAME).statusCode(409).body("code", is("illegal-transition"));
    post(number, "loss-confirmation", "{\"reason\": \"误扫签收\"}").statusCode(200);
  }

  @Test
  void letsALossStandThatOnlyLookedDelivered() {
    var number = delivered(waybill -> agreed(waybill));

    post(number, "loss-confirmation", "{\"reason\": \"误扫签收，客户未收到\"}")
        .statusCode(200)
        .body("ground", is("LOSS"))
        .body("deliveredAfterLossAt", nullValue());

    post(number, "payment", PAYMENT).statusCode(200);
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body(
            "items.findAll { it.action == 'loss-confirmation' }.note",
            contains("AMB-13: 误扫签收，客户未收到"));
  }

  @Test
  void paysADelayOfTheParcelOnlyOnce() {
    var waybill = waybill();
    var number = paid(waybill);
    deliver(waybill, number);
    after(number, "reopening", CAME);
    String second =
        adjuster()
            .body(
                claim(waybill)
                    .replace("LOSS", "DELAY")
                    .replace("\"channel\"", "\"evenIfDuplicate\": true, \"channel\""))
            .post(CLAIMS)
            .path("number");
    after(second, "acceptance", "{}");
    after(second, "offer", OFFER);

    post(second, "agreement", "{}")
        .statusCode(409)
        .body("code", is("already-compensated"))
        .body("number", is(number));
  }

  @Test
  void isForNobodyWhoseParcelHasNotCome() {
    post(offered(waybill()), "reopening", CAME).statusCode(409);
    post(offered(waybill()), "loss-confirmation", CAME).statusCode(409);
  }

  /** 2000.00 of goods and 12.00 of freight, by as many people as that takes. */
  private static String largeClaim(String waybill) {
    var number = accepted(waybill);
    by("王调解", number, "offer", OFFER.replace("800.00", "2000.00")).then().statusCode(200);
    after(number, "agreement", "{}");
    by("李复核", number, "payment", PAYMENT).then().statusCode(200);
    confirm(number, "ICBC20261127001").then().statusCode(200);
    return number;
  }

  private static Response by(String name, String number, String action, String body) {
    return as(TestServers.tokens().token("adjuster", null, name))
        .body(body)
        .post(CLAIMS + "/" + number + "/" + action);
  }

  private static String paidClaim(String waybill) {
    return paid(waybill);
  }

  /** A claim whose parcel was delivered after all. */
  private static String delivered(UnaryOperator<String> claim) {
    var waybill = waybill();
    var number = claim.apply(waybill);
    deliver(waybill, number);
    return number;
  }

  private static void deliver(String waybill, String number) {
    milestone(
        "parcel-delivered",
        waybill,
        "{\"waybill\": \"%s\", \"deliveredAt\": \"2026-11-24T10:00:00Z\"}".formatted(waybill));
    await().untilAsserted(() -> view(number).body("deliveredAfterLossAt", notNullValue()));
  }

  private static String settled(String owed, String reference) {
    return "{%s%s, \"reason\": \"客户退回余款\"}".formatted(owed, reference);
  }
}
