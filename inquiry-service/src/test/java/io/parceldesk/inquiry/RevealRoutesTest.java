package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.RevealRoutes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RevealRoutesTest {
  private static final String PROBLEM =
      """
      {"channel": "API_OUTLET", "waybill": "%s", "causeClass": "INFORMATION",
       "declaredBy": "COURIER", "outlet": "%s"}
      """;
  private static final String PICKUP =
      """
      {"channel": "PHONE", "route": "DOMESTIC", "goods": "手机", "outlet": "%2$s",
       "sender": {"role": "SENDER", "name": "王小明", "phone": "13800138000"},
       "address": "广州市天河区体育西路1号201室"}
      """;

  @TestHTTPResource("/")
  URI service;

  private final String outlet = TestOutlets.announced("LLT-R" + TestDesk.waybill());
  private final String waybill = TestDesk.waybill();

  @Test
  void showOnlyWithAReasonAndNotTooOften() throws Exception {
    TestDesk.loadParcels(TestDesk.parcelInTime(waybill)).statusCode(200);
    var routes = new RevealRoutes(service);

    assertThat(routes.count()).isEqualTo(5);
    assertThat(
            routes
                .row("/inquiries/{number}", TestDesk.opened())
                .row("/problem-parcels/{number}", redirected())
                .row("/pickups/{number}", opened("pickups", PICKUP))
                .mistakes())
        .isEmpty();
  }

  private String redirected() {
    var number = opened("problem-parcels", PROBLEM);
    TestDesk.agent()
        .body("{\"instruction\": \"CHANGE_CONTACT\", \"phone\": \"13900139111\"}")
        .post("/api/v1/problem-parcels/" + number + "/instruction")
        .then()
        .statusCode(200);
    return number;
  }

  private String opened(String cases, String form) {
    return TestDesk.agent()
        .body(form.formatted(waybill, outlet))
        .post("/api/v1/" + cases)
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
