package io.parceldesk.claims.parcel;

import static io.parceldesk.claims.TestClaims.PAYMENT;
import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.agreed;
import static io.parceldesk.claims.TestClaims.form;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestClaims.withInvoice;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.milestone;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ParcelMilestonesTest {
  @Test
  void makeALossOfADelayThatNeverEnded() {
    var waybill = waybill();
    String number =
        adjuster().body(claim(waybill).replace("LOSS", "DELAY")).post(CLAIMS).path("number");

    overdue(waybill, false);
    overdue(waybill, true);

    await().untilAsserted(() -> view(number).body("ground", is("LOSS")));
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItem("thorough-delay"));
    String later =
        adjuster()
            .body(
                claim(waybill)
                    .replace("LOSS", "DELAY")
                    .replace("\"channel\"", "\"evenIfDuplicate\": true, \"channel\""))
            .post(CLAIMS)
            .path("number");
    view(later).body("ground", is("LOSS"));
  }

  @Test
  void leaveADelayADelayOnceTheParcelHasCome() {
    var waybill = waybill();
    String number = adjuster().body(form(waybill)).post("/api/v1/claim-forms").path("number");

    delivered(waybill);
    overdue(waybill, true);

    await()
        .until(
            () ->
                count(
                        "select count(*) from claim_parcel where waybill = ?"
                            + " and delivered_at is not null and lost_at is not null",
                        waybill)
                    > 0);
    view(number).body("ground", is("DELAY"));
  }

  @Test
  void putALossThatCameAfterAllBeforeAPerson() {
    var waybill = waybill();
    var number = agreed(waybill);

    delivered(waybill);

    await().untilAsserted(() -> view(number).body("deliveredAfterLossAt", notNullValue()));
    view(number).body("priority", is("HIGH")).body("status", is("AGREED"));
    post(number, "payment", PAYMENT)
        .statusCode(422)
        .body("code", is("delivered-after-loss"))
        .body("rule", is("AMB-13"));
    post(
            number,
            "payment",
            PAYMENT.replace("\"consent\"", "\"despiteDelivery\": true, \"consent\""))
        .statusCode(200);
  }

  @Test
  void fillAnOfferWithWhatIsKnown() {
    var waybill = waybill();
    milestone(
        "parcel-accepted",
        waybill,
        """
        {"waybill": "%s", "route": "DOMESTIC", "dispatchedOn": "2026-11-18",
         "freight": {"amount": "23.00", "currency": "CNY"},
         "insuredAmount": {"amount": "2000.00", "currency": "CNY"}}
        """
            .formatted(waybill));
    await().until(() -> count("select count(*) from claim_parcel where waybill = ?", waybill) > 0);
    String filed = adjuster().body(claim(waybill)).post(CLAIMS).path("number");
    var number = after(withInvoice(filed), "acceptance", "{}");

    post(number, "offer", "{\"surcharges\": \"10.00\"}")
        .statusCode(200)
        .body("offer.amount.amount", is("2023.00")); // CMPN-04, CMPN-05
  }

  private static void overdue(String waybill, boolean thorough) {
    milestone(
        "parcel-overdue",
        waybill,
        "{\"waybill\": \"%s\", \"promisedAt\": \"2026-11-10T10:00:00Z\", \"thorough\": %s}"
            .formatted(waybill, thorough));
  }

  private static void delivered(String waybill) {
    milestone(
        "parcel-delivered",
        waybill,
        "{\"waybill\": \"%s\", \"deliveredAt\": \"2026-11-24T10:00:00Z\"}".formatted(waybill));
  }
}
