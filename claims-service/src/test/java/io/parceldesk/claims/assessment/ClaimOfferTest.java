package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.TestClaims.OFFER;
import static io.parceldesk.claims.TestClaims.REFUSAL;
import static io.parceldesk.claims.TestClaims.accepted;
import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.event;
import static io.parceldesk.claims.TestClaims.filed;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.upload;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimOfferTest {
  @Test
  void offersWhatTheTariffGivesAndSaysWhy() {
    var number = accepted(waybill());

    post(number, "offer", OFFER)
        .statusCode(200)
        .body("status", is("OFFERED"))
        .body("offer.amount.amount", is("812.00"))
        .body("offer.deviation", is("AS_QUOTED"))
        .body("offer.reason", nullValue())
        .body("offer.tariff", is("customer-compensation@1"))
        .body("offer.steps.rule", hasItems("CMPN-06", "CMPN-04"))
        .body("offer.steps.zh", hasSize(greaterThan(1)))
        .body("deadlines.find { it.kind == 'PROPOSAL' }.state", is("MET"));
    assertThat(event(number, "claim-offered").getString("offered.amount")).isEqualTo("812.00");
  }

  @Test
  void offersAnotherAmountOnlyWithAReason() {
    var number = accepted(waybill());

    post(number, "offer", with("\"amount\": \"900.00\""))
        .statusCode(400)
        .body("errors[0].pointer", is("/reason"));
    post(number, "offer", with("\"amount\": \"600.00\", \"reason\": \"市场价已降\""))
        .statusCode(200)
        .body("offer.amount.amount", is("600.00"))
        .body("offer.quoted.amount", is("812.00"))
        .body("offer.deviation", is("BELOW"))
        .body("offer.reason", is("市场价已降"));
  }

  @Test
  void needsTheMandatoryPapersOrAReasonToDoWithout() {
    var number = after(filed(waybill()), "acceptance", "{}");
    view(number)
        .body("evidence.missing", hasSize(1))
        .body("evidence.missing[0].anyOf", hasItems("INVOICE", "TRADE_SCREENSHOT"));

    post(number, "offer", OFFER)
        .statusCode(422)
        .body("code", is("evidence-missing"))
        .body("missing[0].anyOf", hasItems("INVOICE"));
    post(number, "offer", with("\"evidenceWaiver\": \"平台订单已核实\"")).statusCode(200);
  }

  @Test
  void countsALimitOnlyWithProofOfItsNotice() {
    var number = accepted(waybill());
    var limited = with("\"contractLimit\": {\"timesFreight\": 5, \"prominentNotice\": true}");

    post(number, "offer", limited)
        .statusCode(422)
        .body("code", is("notice-not-proved"))
        .body("rule", is("REG-05"));
    upload(number, "PROMINENT_NOTICE").statusCode(200);
    post(number, "offer", limited).statusCode(200).body("offer.amount.amount", is("72.00"));
  }

  @Test
  void leavesAnExemptionToAPerson() {
    var number = accepted(waybill());

    post(number, "offer", with("\"exemption\": \"CUSTOMER_FAULT\""))
        .statusCode(422)
        .body("code", is("nothing-to-offer"))
        .body("rule", is("CLM-13"));
    as(TestServers.token("service"))
        .body(REFUSAL)
        .post(CLAIMS + "/" + number + "/refusal")
        .then()
        .statusCode(403);
    post(number, "refusal", "{\"rule\": \"CLM-13\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/note"));
    post(number, "refusal", "{\"rule\": \"CMPN-20\", \"note\": \"超出上限\"}")
        .statusCode(422)
        .body("code", is("rule-unknown"));
    post(number, "refusal", REFUSAL).statusCode(200).body("status", is("REFUSED"));
    assertThat(event(number, "claim-refused").getString("rule")).isEqualTo("CLM-13");
  }

  @Test
  void asksForPapersWhileOnlyItsOwnClocksWait() {
    var number = after(filed(waybill(), "300.00"), "acceptance", "{\"harmConfirmed\": true}");
    view(number).body("fastLane", is(true));

    post(number, "evidence-request", "{\"slots\": [\"INVOICE\", \"CLAIM_LETTER\"]}")
        .statusCode(200)
        .body("evidence.requested", is(List.of("CLAIM_LETTER", "INVOICE")))
        .body("deadlines.find { it.kind == 'EVIDENCE' }.state", is("RUNNING"))
        .body("deadlines.find { it.kind == 'FAST_OFFER' }.state", is("PAUSED"))
        .body("deadlines.find { it.kind == 'PROPOSAL' }.state", is("RUNNING"));
    assertThat(event(number, "claim-evidence-requested").getList("slots"))
        .containsExactly("CLAIM_LETTER", "INVOICE");
    upload(number, "INVOICE")
        .body("evidence.requested", is(List.of("CLAIM_LETTER")))
        .body("deadlines.find { it.kind == 'EVIDENCE' }.state", is("RUNNING"))
        .body("deadlines.find { it.kind == 'FAST_OFFER' }.state", is("RUNNING"));
    upload(number, "CLAIM_LETTER")
        .body("evidence.requested", hasSize(0))
        .body("deadlines.find { it.kind == 'EVIDENCE' }.state", is("MET"));
    post(number, "evidence-request", "{\"slots\": []}").statusCode(400);
  }

  @Test
  void filesAReturnedFormAgainOnceAllHasCome() {
    var number =
        after(
            filed(waybill()),
            "return",
            "{\"reason\": \"PROOF_OF_VALUE_MISSING\", \"missing\": [\"INVOICE\"]}");
    view(number).body("deadlines.find { it.kind == 'EVIDENCE' }.state", is("RUNNING"));

    upload(number, "INVOICE")
        .statusCode(200)
        .body("status", is("FILED"))
        .body("deadlines.find { it.kind == 'REPLY' }.state", is("RUNNING"))
        .body("deadlines.find { it.kind == 'EVIDENCE' }.state", is("MET"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("{}", 400, "invalid-body", "/dispatchedOn"),
        Arguments.of(OFFER.replace("800.00", "800.001"), 400, "invalid-body", "/value"),
        Arguments.of(OFFER.replace("800.00", "-800.00"), 400, "invalid-body", "/value"),
        Arguments.of(OFFER.replace("800.00", "1e3"), 400, "invalid-body", "/value"),
        Arguments.of(OFFER.replace("800.00", "100000000.00"), 400, "invalid-body", "/value"),
        Arguments.of(OFFER.replace("\"value\"", "\"worth\""), 400, "invalid-body", "/worth"),
        Arguments.of(OFFER.replace(", \"value\": \"800.00\"", ""), 422, "fact-missing", null),
        Arguments.of(with("\"loss\": \"900.00\""), 422, "loss-above-value", null),
        Arguments.of(
            with("\"amount\": \"0.00\", \"reason\": \"x\""), 422, "nothing-to-offer", null),
        Arguments.of(
            with("\"amount\": \"99999999.99\", \"reason\": \"x\""), 422, "amount-too-large", null),
        Arguments.of(
            OFFER.replace("2026-11-18", "yesterday"), 400, "invalid-body", "/dispatchedOn"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String body, int status, String code, String pointer) {
    var number = accepted(waybill());

    var answer = post(number, "offer", body).statusCode(status).body("code", is(code));
    if (pointer != null) {
      answer.body("errors[0].pointer", is(pointer));
    }

    view(number).body("status", is("ACCEPTED")).body("offer", nullValue());
  }

  private static String with(String more) {
    return OFFER.replace("}", ", " + more + "}");
  }
}
