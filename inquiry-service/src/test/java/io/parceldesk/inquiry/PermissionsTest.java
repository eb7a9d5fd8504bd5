package io.parceldesk.inquiry;

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

  private final String outlet = TestOutlets.announced("LLT-P" + TestDesk.waybill());
  private final String waybill = TestDesk.waybill();

  @Test
  void holdEveryRouteToTheRoles() throws Exception {
    var parcel = TestDesk.parcelInTime(waybill).replace("LLT-CD-02", outlet);
    TestDesk.loadParcels(parcel).statusCode(200);

    assertThat(
            new RoutePermissions(service)
                .page("GET /p")
                .page("POST /p")
                .page("POST /p/decision")
                .ofOutlet(outlet)
                .row("/parcels/{waybill}", waybill)
                .row("/inquiries/{number}", opened("inquiries", TestDesk.inquiry(waybill)))
                .row("/problem-parcels/{number}", opened("problem-parcels", PROBLEM))
                .row("/pickups/{number}", opened("pickups", PICKUP))
                .mistakes())
        .isEmpty();
  }

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
