package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.claims.TestClaims;
import io.parceldesk.claims.TestDesk;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.SealedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whatever claims-service keeps sealed is sealed anew while it works, and says the same. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ChangedKeyTest {
  private final DisputeDesk desk = new DisputeDesk();
  private final String phone = phone();

  @Test
  void leavesNothingUnderTheFormerKeyAndLosesNobody() throws Exception {
    var claim = ordered();
    var dispute = desk.refused(desk.loss(waybill()));
    var store = new SealedStore("claims");
    assertThat(store.empty()).isEmpty();

    store.age();
    assertThat(store.left())
        .contains(
            "claim.contact", "claim.payee", "payment_order.account", "evidence_file.data_key");
    as(TestServers.token("admin")).body("{}").post("/api/v1/key-rotation").then().statusCode(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              var another = phone();
              found(another, filed(another));
              found(phone, claim);
              return store.left().isEmpty();
            });

    found(phone, claim);
    revealed("claims/" + claim + "/contact-reveal").body("phone.e164", is("+86" + phone));
    revealed("payment-orders/" + TestClaims.order(claim) + "/account-reveal")
        .body("number", is("6225880123456789"));
    revealed("outlet-disputes/" + dispute + "/announcement-reveal")
        .body("bankAccount", is("6222 0000 1111 2222"));
    var paper =
        revealed("claims/" + claim + "/evidence/" + fileOf(claim) + "/reveal")
            .extract()
            .asByteArray();
    assertThat(new String(paper, StandardCharsets.US_ASCII)).startsWith("%PDF-1.7\n% INVOICE");
    supervisor()
        .get("/api/v1/outlet-disputes/" + dispute)
        .then()
        .body("people.sender.name", is("李*"))
        .body("announcement.statement", is("已签收"));
  }

  private static String phone() {
    return "135" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
  }

  private static String filed(String phone) {
    return TestDesk.adjuster()
        .body(TestDesk.claim(waybill()).replace("13800138000", phone))
        .post(TestDesk.CLAIMS)
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private String ordered() {
    var number = TestClaims.withInvoice(filed(phone));
    TestClaims.after(number, "acceptance", "{}");
    TestClaims.after(number, "offer", TestClaims.OFFER);
    TestClaims.after(number, "agreement", "{}");
    TestClaims.after(number, "payee", "{\"role\": \"SENDER\", \"name\": \"王小明\"}");
    return TestClaims.after(number, "payment", TestClaims.PAYMENT);
  }

  private static String fileOf(String claim) {
    return supervisor().get("/api/v1/claims/" + claim + "/evidence").path("items[0].id");
  }

  private static void found(String phone, String number) {
    TestDesk.adjuster()
        .get(TestDesk.CLAIMS + "?phone=" + phone)
        .then()
        .statusCode(200)
        .body("items.number", hasItem(number));
  }

  private static RequestSpecification supervisor() {
    return as(TestServers.token("supervisor"));
  }

  private static ValidatableResponse revealed(String path) {
    return supervisor()
        .body("{\"reason\": \"the same?\"}")
        .post("/api/v1/" + path)
        .then()
        .statusCode(200);
  }
}
