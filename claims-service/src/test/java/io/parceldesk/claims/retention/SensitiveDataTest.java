package io.parceldesk.claims.retention;

import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.order;
import static io.parceldesk.claims.TestClaims.paid;
import static io.parceldesk.claims.TestClaims.upload;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.claims.TestClaims;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SensitiveDataTest {
  @Inject SensitiveData data;

  @Test
  void goesSomeTimeAfterThePaymentAndTheRestStays() {
    var number = TestClaims.ordered(waybill());
    upload(number, "ID_COPY").statusCode(200);
    TestClaims.confirm(number, "ICBC1").then().statusCode(200);
    var young = paid(waybill());
    closedDaysAgo(number, 31);
    closedDaysAgo(young, 29);

    data.deleteOld();
    data.deleteOld();

    var files = CLAIMS + "/" + number + "/evidence";
    adjuster()
        .get(files)
        .then()
        .body("items.find { it.slot == 'ID_COPY' }.deletedAt", notNullValue())
        .body("items.find { it.slot == 'INVOICE' }.deletedAt", nullValue());
    var id = adjuster().get(files).path("items.find { it.slot == 'ID_COPY' }.id");
    adjuster()
        .body("{\"reason\": \"look\"}")
        .post(files + "/" + id + "/reveal")
        .then()
        .statusCode(410)
        .body("code", is("evidence-deleted"));
    adjuster()
        .body("{\"reason\": \"look\"}")
        .post("/api/v1/payment-orders/" + order(number) + "/account-reveal")
        .then()
        .statusCode(410);
    assertThat(
            count(
                "select count(*) from timeline t join claim c on c.id = t.case_id"
                    + " where c.number = ? and t.action = 'sensitive-data-deletion'",
                number))
        .isOne();
    assertThat(
            count(
                "select count(*) from payment_order where number = ? and account is not null",
                young))
        .isOne();
  }

  @Test
  void staysWhileAClaimIsDisputed() {
    var number = after(TestClaims.accepted(waybill()), "refusal", TestClaims.REFUSAL);
    after(number, "dispute", "{\"way\": \"APPEAL\"}");
    upload(number, "ID_COPY").statusCode(200);

    data.deleteOld();

    view(number).body("closedAt", nullValue());
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", not(hasItem("sensitive-data-deletion")));
  }

  private static void closedDaysAgo(String number, int days) {
    execute(
        "update claim set closed_at = clock_timestamp() - interval '%d days' where number = '%s'"
            .formatted(days, number));
  }
}
