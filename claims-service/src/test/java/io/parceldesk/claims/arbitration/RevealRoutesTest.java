package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.claims.TestClaims;
import io.parceldesk.claims.TestDesk;
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
  @TestHTTPResource("/")
  URI service;

  private final DisputeDesk desk = new DisputeDesk();

  @Test
  void showOnlyWithAReasonAndNotTooOften() throws Exception {
    var claim = TestClaims.ordered(TestDesk.waybill());
    var dispute = desk.announced(DisputeDesk.arbitrator(), desk.loss(TestDesk.waybill()));
    DisputeDesk.upload(dispute, "WAYBILL_IMAGE");
    var routes = new RevealRoutes(service);

    assertThat(routes.count()).isEqualTo(6);
    assertThat(
            routes
                .row("/claims/{number}", claim)
                .row("/claims/{number}/evidence/{file}", claim, fileOf("claims", claim))
                .row("/payment-orders/{id}", TestClaims.order(claim))
                .row("/outlet-disputes/{number}", dispute)
                .row(
                    "/outlet-disputes/{number}/evidence/{file}",
                    dispute,
                    fileOf("outlet-disputes", dispute))
                .mistakes())
        .isEmpty();
  }

  private static String fileOf(String cases, String number) {
    return as(TestServers.token("supervisor"))
        .get("/api/v1/" + cases + "/" + number + "/evidence")
        .path("items[0].id");
  }
}
