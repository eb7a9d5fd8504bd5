package io.parceldesk.claims.settlement;

import static io.parceldesk.claims.TestClaims.OFFER;
import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.event;
import static io.parceldesk.claims.TestClaims.offered;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.refused;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimSettlementTest {
  @Test
  void saysByWhenAnAgreedClaimIsPaid() {
    var number = offered(waybill());

    post(number, "agreement", "{}").statusCode(200).body("status", is("AGREED"));

    var agreed = event(number, "claim-agreed");
    assertThat(agreed.getString("agreed.amount")).isEqualTo("812.00");
    assertThat(LocalDate.parse(agreed.getString("payBy")))
        .as("the seventh day after the agreement (SLA-13)")
        .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7));
  }

  @Test
  void negotiatesADisputedOffer() {
    var number = offered(waybill());

    post(number, "dispute", "{\"way\": \"NEGOTIATION\", \"note\": \"要求全额赔付\"}")
        .statusCode(200)
        .body("status", is("DISPUTED"))
        .body("disputeWay", is("NEGOTIATION"));
    event(number, "claim-disputed");
    post(number, "dispute", "{\"way\": \"NEGOTIATION\"}")
        .statusCode(422)
        .body("code", is("same-way"));
    after(number, "offer", OFFER.replace("}", ", \"amount\": \"900.00\", \"reason\": \"协商一致\"}"));
    post(number, "agreement", "{}").statusCode(200).body("offer.amount.amount", is("900.00"));
  }

  @Test
  void goesToArbitrationOnlyWhereItWasAgreed() {
    var number = offered(waybill());

    post(number, "dispute", "{\"way\": \"ARBITRATION\"}")
        .statusCode(422)
        .body("code", is("arbitration-not-agreed"))
        .body("rule", is("CLM-06"));
    post(number, "dispute", "{\"way\": \"SORCERY\"}").statusCode(400);
    post(number, "dispute", "{\"way\": \"ARBITRATION\", \"arbitrationAgreed\": true}")
        .statusCode(200)
        .body("disputeWay", is("ARBITRATION"));
    post(number, "dispute", "{\"way\": \"LAWSUIT\"}")
        .statusCode(200)
        .body("disputeWay", is("LAWSUIT"));
  }

  @Test
  void opensARefusedClaimAgain() {
    var number = refused();
    view(number).body("closedAt", notNullValue()).body("refusalRule", is("CLM-13"));

    post(number, "dispute", "{\"way\": \"APPEAL\"}")
        .statusCode(200)
        .body("status", is("DISPUTED"))
        .body("closedAt", nullValue());
    post(number, "agreement", "{}").statusCode(409);
    after(number, "offer", OFFER);
    after(number, "agreement", "{}");
  }

  /** Two people saw the same offer: one of them holds, and the other is told so. */
  @RepeatedTest(3)
  void letsOneOfAgreementAndDisputeWin() {
    var number = offered(waybill());
    var seen = view(number).extract().header("ETag");

    var agreement = atOnce(number, seen, "agreement", "{}");
    var dispute = atOnce(number, seen, "dispute", "{\"way\": \"COMPLAINT\"}");

    var agreed = agreement.join() == 200;
    assertThat(agreed ? dispute.join() : agreement.join()).isEqualTo(412);
    assertThat(agreed || dispute.join() == 200).isTrue();
    view(number).body("status", is(agreed ? "AGREED" : "DISPUTED"));
    assertThat(count("select count(*) from payment_order where number = ?", number))
        .isEqualTo(agreed ? 1 : 0);
  }

  private static CompletableFuture<Integer> atOnce(
      String number, String seen, String action, String body) {
    return CompletableFuture.supplyAsync(
        () ->
            adjuster()
                .header("If-Match", seen)
                .body(body)
                .post(CLAIMS + "/" + number + "/" + action)
                .statusCode());
  }
}
