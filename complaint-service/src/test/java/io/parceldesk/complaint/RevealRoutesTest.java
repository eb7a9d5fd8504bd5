package io.parceldesk.complaint;

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
  @TestHTTPResource("/")
  URI service;

  @Test
  void showOnlyWithAReasonAndNotTooOften() throws Exception {
    var routes = new RevealRoutes(service);

    assertThat(routes.count()).isEqualTo(2);
    assertThat(
            routes
                .row("/complaints/{number}", TestComplaints.register())
                .row("/appeals/{number}", appeal())
                .mistakes())
        .isEmpty();
  }

  private static String appeal() {
    return Desk.as("agent")
        .body(
            """
            {"authorityReference": "12305-%s", "demand": "赔偿",
             "appellant": {"role": "SENDER", "name": "王小明", "phone": "13800138000"}}
            """
                .formatted(TestComplaints.waybill()))
        .post("/api/v1/appeals")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
