package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
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

  @Test
  void holdEveryRouteToTheRoles() throws Exception {
    var outlet = Stage.outlet(Stage.phone(), "p@example.com");
    var endpoint = Stage.endpoint(outlet, "[]");

    assertThat(
            new RoutePermissions(service)
                .ofOutlet(outlet)
                .row("/outlets/{code}", outlet)
                .row("/inbound/outlets/{code}", outlet)
                .row("/webhook-endpoints/{id}", endpoint)
                .row("/deliveries/{id}", toldTo(outlet))
                .mistakes())
        .isEmpty();
  }

  private static String toldTo(String outlet) {
    var escalated =
        CaseEventData.complaint()
            .of(outlet)
            .saying(
                """
                "level": 3, "trigger": "VIP", "reasonCode": "X", "by": "luo.min",
                "owner": {"outlet": "%s", "department": null, "assignee": "luo.min"}
                """
                    .formatted(outlet));
    Stage.send(Topics.COMPLAINT, "complaint-escalated", escalated);
    var webhook = "items.find { it.channel == 'WEBHOOK' }.id";
    return Stage.awaitNotifications(escalated.number(), told -> told.getString(webhook) != null)
        .getString(webhook);
  }
}
