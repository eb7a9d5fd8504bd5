package io.parceldesk.claims;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.RoutePermissions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PermissionsTest {
  @TestHTTPResource("/")
  URI service;

  private static final String DISPUTE =
      """
      {"ground": "LOSS", "filingOutlet": "%1$s", "responsibleOutlet": "%2$s",
       "destinationOutlet": "%2$s", "dispatchedOn": "2026-11-01", "batch": false, "contents": "手机",
       "claimed": {"amount": "900.00", "currency": "CNY"},
       "parcels": [{"waybill": "%3$s", "value": "900.00"}],
       "recipient": {"name": "李丽", "phone": "13900139000"}, "recipientAddress": "广州市天河区1号",
       "sender": {"name": "陈静", "phone": "13600136000"},
       "complainingContact": {"name": "张三", "phone": "13700137000"}}
      """;

  private final String outlet = TestDesk.announcedOutlet("LLT-P" + TestDesk.waybill());
  private final String liable = TestDesk.announcedOutlet("LLT-P" + TestDesk.waybill());

  @Test
  void holdEveryRouteToTheRoles() throws Exception {
    var claim = claimed();
    var dispute = disputed();

    assertThat(
            new RoutePermissions(service)
                .ofOutlet(outlet)
                .row("/claims/{number}", claim)
                .row("/claims/{number}/evidence/{file}", claim, fileOf("claims", claim))
                .row("/outlet-disputes/{number}", dispute)
                .row(
                    "/outlet-disputes/{number}/evidence/{file}",
                    dispute,
                    fileOf("outlet-disputes", dispute))
                .row("/outlet-accounts/{outlet}", outlet)
                .mistakes())
        .isEmpty();
  }

  private String claimed() {
    var form = TestDesk.claim(TestDesk.waybill());
    return TestDesk.adjuster()
        .body(form.replaceFirst("\\{", "{\"against\": {\"outlet\": \"" + outlet + "\"}, "))
        .post("/api/v1/claims")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private String disputed() {
    return TestDesk.as(TestServers.token("arbitrator"))
        .body(DISPUTE.formatted(outlet, liable, TestDesk.waybill()))
        .post("/api/v1/outlet-disputes")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private static String fileOf(String cases, String number) {
    var files = "/api/v1/" + cases + "/" + number + "/evidence";
    given()
        .auth()
        .oauth2(TestServers.token("supervisor"))
        .multiPart("slot", cases.equals("claims") ? "INVOICE" : "WAYBILL_IMAGE")
        .multiPart("file", "a.pdf", "%PDF-1.7\n%%EOF\n".getBytes(), "application/pdf")
        .post(files)
        .then()
        .statusCode(200);
    return TestDesk.as(TestServers.token("supervisor")).get(files).path("items[0].id");
  }
}
