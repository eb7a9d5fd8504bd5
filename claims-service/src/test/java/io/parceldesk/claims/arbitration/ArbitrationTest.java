package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.DISPUTES;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static io.parceldesk.claims.arbitration.DisputeDesk.balance;
import static io.parceldesk.claims.arbitration.DisputeDesk.post;
import static io.parceldesk.claims.arbitration.DisputeDesk.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ArbitrationTest {
  private final DisputeDesk desk = new DisputeDesk();

  @Test
  void showsADisputeToItsOutletsAndNobodyElses() {
    var stranger = as(TestServers.token("outlet", announcedOutlet("LLT-STRANGER")));
    var number =
        desk.filer()
            .body(desk.loss(waybill()))
            .post(DISPUTES)
            .then()
            .statusCode(201)
            .body("status", is("VERIFYING"))
            .body("people.recipient.name", is("王**"))
            .body("people.recipient.phone", is("138******00"))
            .body("allowedActions", containsInAnyOrder("announcement", "evidence"))
            .extract()
            .<String>path("number");

    view(desk.liable(), number).statusCode(403).body("code", is("other-outlet"));
    desk.liable().get(DISPUTES).then().body("items.number", not(hasItem(number)));
    post(desk.filer(), number, "announcement", DisputeDesk.ANNOUNCEMENT)
        .statusCode(200)
        .body("status", is("ANNOUNCED"))
        .body("announcement.contact.phone", is("137******00"))
        .body("deadlines.kind", hasItems("ANSWER", "NEGOTIATION"));
    view(desk.liable(), number)
        .statusCode(200)
        .body("allowedActions", containsInAnyOrder("reply", "settlement", "evidence"));
    desk.liable().get(DISPUTES).then().body("items.number", hasItem(number));
    desk.filer().get(DISPUTES).then().body("items.number", hasItem(number));
    view(stranger, number).statusCode(403);
    post(stranger, number, "reply", "{\"answer\": \"ACCEPTED\"}")
        .statusCode(403)
        .body("code", is("other-outlet"));
    post(desk.filer(), number, "reply", "{\"answer\": \"ACCEPTED\"}")
        .statusCode(403)
        .body("code", is("other-outlets-part"));
    post(desk.liable(), number, "announcement-reveal", "{\"reason\": \"要转账\"}")
        .statusCode(200)
        .body("recipient.phone.e164", is("+8613800138000"))
        .body("bankAccount", is("6222 0000 1111 2222"));
    arbitrator()
        .get(DISPUTES + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItem("announcement-reveal"));
  }

  @Test
  void hearsWhatTheOutletSaysThroughItsOwnSystem() {
    var number = desk.announced(arbitrator(), desk.loss(waybill()));

    tell("outlet-acknowledged", number, "\"acknowledgedAt\": \"2026-11-25T02:00:00Z\"");
    tell(
        "outlet-replied",
        number,
        "\"answer\": \"REFUSED\", \"repliedAt\": \"2026-11-25T02:00:00Z\"");

    await()
        .untilAsserted(
            () ->
                view(arbitrator(), number)
                    .body("status", is("NEGOTIATING"))
                    .body("announcement.answer", is("REFUSED"))
                    .body("announcement.readAt", notNullValue())
                    .body("deadlines.find { it.kind == 'ANSWER' }.state", is("MET")));
  }

  @Test
  void settlesBetweenTheOutletsWithoutAFee() {
    var number = desk.refused(desk.loss(waybill()));
    var agreed =
        "{\"amount\": {\"amount\": \"400.00\", \"currency\": \"CNY\"}, \"way\": \"ACCOUNT\"}";

    post(desk.filer(), number, "settlement", agreed).body("status", is("NEGOTIATING"));
    assertThat(balance(desk.filer)).isEqualTo("0.00");
    post(desk.liable(), number, "settlement", agreed).body("status", is("SETTLED"));

    assertThat(balance(desk.filer)).isEqualTo("400.00");
    assertThat(balance(desk.liable)).isEqualTo("-400.00");
  }

  @Test
  void settlesNoMoreThanWasAnnounced() {
    var number = desk.refused(desk.loss(waybill()));

    post(desk.liable(), number, "settlement", settlement("900.01"))
        .statusCode(422)
        .body("code", is("settlement-above-claimed"))
        .body("rule", is("ARB-06"))
        .body("claimed", is("900.00"));
    view(arbitrator(), number).body("settlement", nullValue());
    post(arbitrator(), number, "settlement", settlement("900.00")).statusCode(200);

    assertThat(balance(desk.filer)).isEqualTo("900.00");
  }

  @Test
  void letsAFilerGiveItsDemandUp() {
    var number = desk.refused(desk.loss(waybill()));

    post(desk.filer(), number, "settlement", settlement("0.00")).statusCode(200);
    post(desk.liable(), number, "settlement", settlement("0.00")).body("status", is("SETTLED"));

    assertThat(balance(desk.filer)).isEqualTo("0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 400, invalid-body",
    "-900.00, 400, invalid-body",
    "900.005, 400, invalid-body",
    "9e9, 400, invalid-body",
    "100000000.00, 400, invalid-body",
    "1000000.01, 422, amount-too-large",
  })
  void takesNoAmountThatNobodyClaims(String amount, int status, String code) {
    var report = desk.loss(waybill()).replace("\"900.00\", \"cur", "\"" + amount + "\", \"cur");

    var answer = arbitrator().body(report).post(DISPUTES).then().statusCode(status);

    answer.body("code", is(code));
    if (status == 400) {
      answer.body("errors[0].pointer", is("/claimed/amount"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.00", "1.005", "100000000.00", "NaN"})
  void settlesNoAmountThatIsNone(String amount) {
    var number = desk.refused(desk.loss(waybill()));

    post(arbitrator(), number, "settlement", settlement(amount))
        .statusCode(400)
        .body("errors[0].pointer", is("/amount/amount"));
  }

  @Test
  void putsAnotherRulingInThePlaceOfTheFirst() {
    var number = desk.verified(desk.refused(desk.loss(waybill())), true);
    post(arbitrator(), number, "ruling", desk.ruling())
        .statusCode(200)
        .body("rulings[0].award", is("900.00"))
        .body("allowedActions", contains("objection"));
    assertThat(balance(desk.liable)).isEqualTo("-954.00");
    post(arbitrator(), number, "ruling", desk.ruling())
        .statusCode(409)
        .body("code", is("illegal-transition"));

    post(desk.liable(), number, "objection", "{\"reason\": \"不是我们丢的\"}")
        .body("status", is("OBJECTED"));
    post(
            arbitrator(),
            number,
            "ruling",
            "{\"liability\": [{\"party\": \"HEADQUARTERS\", \"percent\": 100}], \"reason\":"
                + " \"总部责任\"}")
        .body("status", is("SETTLED"));

    assertThat(balance(desk.liable)).isEqualTo("0.00");
    assertThat(balance(desk.filer)).isEqualTo("864.00");
    assertThat(rulings(number)).containsExactly(false, true);
    desk.liable()
        .get("/api/v1/penalties")
        .then()
        .body("items.cancelledAt", contains(notNullValue()));
  }

  @Test
  void finesAFalseReport() {
    var number = desk.verified(desk.refused(desk.loss(waybill())), false);

    post(arbitrator(), number, "ruling", desk.ruling())
        .statusCode(422)
        .body("code", is("false-report"));
    post(arbitrator(), number, "ruling", "{\"reason\": \"虚假上报\"}")
        .statusCode(200)
        .body("rulings[0].outcome", is("PENALTY"));

    assertThat(balance(desk.filer)).isEqualTo("-1000.00");
    assertThat(balance(desk.liable)).isEqualTo("0.00");
  }

  @Test
  void finesALateTransferForHeadquarters() {
    var report = desk.delay().replace("\"batch\"", "\"thirdPartyTransfer\": true, \"batch\"");
    var number = desk.verified(desk.refused(report), true);

    post(arbitrator(), number, "ruling", desk.ruling()).statusCode(200);

    assertThat(balance(desk.liable)).as("6 days, no fee (AMB-33)").isEqualTo("-300.00");
    assertThat(balance(desk.filer)).isEqualTo("0.00");
  }

  @Test
  void countsTheDestinationsAgencyPeriodToItsLastDay() {
    var destination = desk.liable + "-A";
    TestEvents.send(
        "parceldesk.directory",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-changed.v1",
            destination,
            """
            {"code": "%s", "name": "路路通天府", "region": "WEST", "zone": "Asia/Shanghai",
             "agencyPeriod": {"from": "2026-10-01", "to": "2026-11-01"}, "escalation": [], "active": true}
            """
                .formatted(destination)));
    await().until(() -> count("select count(*) from known_outlet where code = ?", destination) > 0);
    var to = "\"destinationOutlet\": \"%s\"";
    var report = desk.loss(waybill()).replace(to.formatted(desk.liable), to.formatted(destination));

    var number = desk.verified(desk.refused(report), true);

    post(arbitrator(), number, "ruling", desk.ruling())
        .statusCode(200)
        .body("rulings[0].agency", is(true))
        .body("rulings[0].award", is("300.00"));
  }

  @Test
  void leavesHighValueToTheArbitrator() {
    var report =
        desk.report(
            "DAMAGE",
            List.of(waybill()),
            "\"value\": \"5000.00\", \"loss\": \"3000.00\", \"damage\": \"DESTROYED\"");
    var number = desk.refused(report);
    DisputeDesk.upload(number, "DAMAGE_PHOTO");
    desk.verified(number, true);

    post(arbitrator(), number, "ruling", desk.ruling())
        .statusCode(422)
        .body("code", is("amount-needed"))
        .body("rule", is("CMPN-34"));
    post(
            arbitrator(),
            number,
            "ruling",
            desk.ruling()
                .replace(
                    "\"reason\"",
                    "\"amount\": {\"amount\": \"999999.00\", \"currency\": \"CNY\"}, \"reason\""))
        .statusCode(422)
        .body("code", is("amount-above-value"));
    post(
            arbitrator(),
            number,
            "ruling",
            desk.ruling()
                .replace(
                    "\"reason\"",
                    "\"amount\": {\"amount\": \"2600.00\", \"currency\": \"CNY\"}, \"reason\""))
        .statusCode(200)
        .body("rulings[0].award", is("2600.00"));
    assertThat(balance(desk.filer)).isEqualTo("2600.00");
  }

  @Test
  void refusesWhatIsWrongAndWritesNothing() {
    var report = desk.loss(waybill());
    refused(report.replace(desk.liable, "LLT-NOWHERE"), 422, "unknown-outlet");
    refused(report.replace(desk.liable, desk.filer), 422, "outlet-against-itself");
    refused(report.replace("\"batch\": false", "\"batch\": \"maybe\""), 400, "invalid-body");
    refused(report.replace("\"value\": \"900.00\"", "\"ecommerce\": true"), 400, "invalid-body");
    refused(
        desk.loss(waybill(), waybill()).replace("\"batch\": true", "\"batch\": false"),
        422,
        "not-one-parcel");
    var number = desk.refused(report);
    refused(report, 409, "duplicate-case");

    post(arbitrator(), number, "ruling", desk.ruling()).statusCode(409);
    desk.reply(number, "ACCEPTED").statusCode(409);
    desk.verified(number, true);
    ruling(
        number, "[{\"party\": \"%s\", \"percent\": 99}]".formatted(desk.liable), "shares-not-100");
    ruling(number, "[{\"party\": \"LLT-NOWHERE\", \"percent\": 100}]", "unknown-outlet");
    ruling(number, "[]", "shares-not-100");
    post(
            arbitrator(),
            number,
            "ruling",
            desk.ruling()
                .replace("\"reason\"", "\"parcels\": [{\"waybill\": \"LLT0000000\"}], \"reason\""))
        .statusCode(422)
        .body("code", is("not-in-dispute"));
    view(arbitrator(), number).body("status", is("VERIFIED")).body("rulings.size()", is(0));
    assertThat(balance(desk.liable)).isEqualTo("0.00");
  }

  @Test
  void paysForAWaybillOnceBetweenOutlets() {
    var waybill = waybill();
    var first = desk.verified(desk.refused(desk.loss(waybill)), true);
    var second =
        desk.verified(
            desk.refused(
                desk.loss(waybill, waybill())
                    .replace("\"contents\"", "\"evenIfDuplicate\": true, \"contents\"")),
            true);

    post(arbitrator(), first, "ruling", desk.ruling()).statusCode(200);
    post(arbitrator(), second, "ruling", desk.ruling())
        .statusCode(422)
        .body("code", is("waybill-already-paid"))
        .body("waybills", contains(waybill));

    view(arbitrator(), second).body("status", is("VERIFIED")).body("rulings.size()", is(0));
    assertThat(balance(desk.filer)).isEqualTo("864.00");
  }

  /** Whether each ruling was told to be the last one. */
  private static List<Boolean> rulings(String number) {
    return TestEvents.await(
            "parceldesk.claims",
            number,
            told -> told.stream().filter(ArbitrationTest::isRuling).count() == 2)
        .stream()
        .filter(ArbitrationTest::isRuling)
        .map(told -> JsonPath.from(new String(told.value())).getBoolean("final"))
        .toList();
  }

  private static boolean isRuling(ConsumerRecord<String, byte[]> told) {
    return TestEvents.header(told, "ce_type").equals("io.parceldesk.dispute-ruled.v1");
  }

  private static String settlement(String amount) {
    return "{\"amount\": {\"amount\": \"%s\", \"currency\": \"CNY\"}, \"way\": \"ACCOUNT\"}"
        .formatted(amount);
  }

  private void refused(String report, int status, String code) {
    arbitrator().body(report).post(DISPUTES).then().statusCode(status).body("code", is(code));
  }

  private void ruling(String number, String liability, String code) {
    post(
            arbitrator(),
            number,
            "ruling",
            "{\"liability\": %s, \"reason\": \"查实\"}".formatted(liability))
        .statusCode(422)
        .body("code", is(code));
  }

  private void tell(String type, String number, String more) {
    TestEvents.send(
        "parceldesk.outlet",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk." + type + ".v1",
            desk.liable,
            """
            {"outlet": "%s", "inReplyTo": {"number": "%s", "kind": "DISPUTE"}, %s}
            """
                .formatted(desk.liable, number, more)));
  }
}
