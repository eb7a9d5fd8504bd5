package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.SealedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whatever inquiry-service keeps sealed is sealed anew while it works, and says the same. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ChangedKeyTest {
  private static final String ADDRESS = "成都市武侯区天府大道8号";

  private final String phone = phone();
  private final String waybill = TestDesk.waybill();

  @Inject Seal seal;

  @Test
  void leavesNothingUnderTheFormerKeyAndLosesNobody() throws Exception {
    var outlet = TestOutlets.announced("LLT-K" + TestDesk.waybill());
    TestDesk.loadParcels(parcel()).statusCode(200);
    var inquiry =
        promised(opened("inquiries", TestDesk.inquiry("%s").replace("13800138000", phone)));
    var waiting = opened("problem-parcels", PROBLEM.formatted("%s", outlet));
    var code = codeOf(waiting);
    var redirected = redirected(outlet);
    var pickup = opened("pickups", PICKUP);
    var store = new SealedStore("inquiry");
    store.fill("problem_parcel.outlet_statement", "number = '" + redirected + "'");
    assertThat(store.empty()).isEmpty();

    store.age();
    assertThat(store.left()).contains("parcel.sender", "parcel_scan.details", "pickup.place");
    as(TestServers.token("admin")).body("{}").post("/api/v1/key-rotation").then().statusCode(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              var another = phone();
              var number =
                  opened(
                      "inquiries",
                      TestDesk.inquiry(TestDesk.waybill()).replace("13800138000", another));
              found("/api/v1/inquiries?phone=" + another, "items.number", number);
              found("/api/v1/inquiries?phone=" + phone, "items.number", inquiry);
              return store.left().isEmpty();
            });

    found("/api/v1/inquiries?phone=" + phone, "items.number", inquiry);
    found("/api/v1/parcels?phone=" + phone, "items.waybill", waybill);
    given().formParam("code", code).post("/p").then().statusCode(200).body(containsString(waiting));
    revealed("inquiries/" + inquiry + "/contact-reveal", "phone.e164", "+86" + phone);
    revealed("problem-parcels/" + redirected + "/recipient-reveal", "address", ADDRESS);
    revealed("pickups/" + pickup + "/address-reveal", "address", "广州市天河区体育西路1号201室");
    agent().get("/api/v1/parcels/" + waybill).then().statusCode(200).body(containsString("小陈"));
  }

  private static final String PROBLEM =
      """
      {"channel": "API_OUTLET", "waybill": "%s", "causeClass": "INFORMATION",
       "declaredBy": "COURIER", "outlet": "%s"}
      """;
  private static final String PICKUP =
      """
      {"channel": "PHONE", "route": "DOMESTIC", "goods": "手机",
       "sender": {"role": "SENDER", "name": "王小明", "phone": "13800138000"},
       "address": "广州市天河区体育西路1号201室"}
      """;

  private String parcel() {
    var scan = TestDesk.scan("ARRIVED", Instant.now().toString());
    return TestDesk.parcel(waybill, scan.replace("}", ", \"courier\": \"小陈\"}"))
        .replace("13800138000", phone);
  }

  private static String phone() {
    return "135" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
  }

  private String opened(String cases, String form) {
    return agent()
        .body(form.formatted(waybill))
        .post("/api/v1/" + cases)
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private static String promised(String inquiry) {
    var at = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    agent()
        .body("{\"promisedReplyAt\": \"%s\", \"deliveryAddress\": \"%s\"}".formatted(at, ADDRESS))
        .post("/api/v1/inquiries/" + inquiry + "/promise")
        .then()
        .statusCode(200);
    agent()
        .body("{\"text\": \"今天送到\"}")
        .post("/api/v1/inquiries/" + inquiry + "/answer")
        .then()
        .statusCode(200);
    return inquiry;
  }

  private String codeOf(String number) {
    var declared =
        TestEvents.awaitType(
            "parceldesk.inquiry", number, "io.parceldesk.problem-parcel-declared.v1");
    var sealed = JsonPath.from(new String(declared.value())).getString("accessCode");
    return seal.open(sealed, OneTimeCode.class).code();
  }

  private String redirected(String outlet) {
    var other = TestDesk.waybill();
    TestDesk.loadParcels(TestDesk.parcelInTime(other)).statusCode(200);
    String number =
        agent()
            .body(PROBLEM.formatted(other, outlet))
            .post("/api/v1/problem-parcels")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    agent()
        .body("{\"instruction\": \"CHANGE_ADDRESS\", \"address\": \"" + ADDRESS + "\"}")
        .post("/api/v1/problem-parcels/" + number + "/instruction")
        .then()
        .statusCode(200);
    return number;
  }

  private static void found(String query, String items, String what) {
    agent().get(query).then().statusCode(200).body(items, hasItem(what));
  }

  private static void revealed(String path, String member, String what) {
    agent()
        .body("{\"reason\": \"the same?\"}")
        .post("/api/v1/" + path)
        .then()
        .statusCode(200)
        .body(member, is(what));
  }
}
