package io.parceldesk.complaint;

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

  private final String outlet = TestOutlets.announced("LLT-P" + TestComplaints.waybill());

  @Test
  void holdEveryRouteToTheRoles() throws Exception {
    var asked = Desk.after(registered(TestOutlets.announced("LLT-GZ-HUB")), "acknowledgement");
    var party =
        Desk.act(
                asked,
                "joint-parties",
                "{\"outlet\": \"%s\", \"question\": \"?\"}".formatted(outlet))
            .statusCode(200)
            .extract()
            .<String>path("jointParties[0].id");

    assertThat(
            new RoutePermissions(service)
                .ofOutlet(outlet)
                .row("/complaints/{number}", registered(outlet))
                .row("/complaints/{number}/joint-parties/{id}", asked, party)
                .mistakes())
        .isEmpty();
  }

  private static String registered(String outlet) {
    var form = TestComplaints.form("DAMAGE", TestComplaints.waybill());
    return Desk.as("agent")
        .body(form.replace(TestComplaints.OUTLET, outlet))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
