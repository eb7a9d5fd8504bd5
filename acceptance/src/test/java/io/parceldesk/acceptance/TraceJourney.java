package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One trace follows a case from the request through Kafka to the hand-off of its messages. */
class TraceJourney {
  private static final String OUTLET = "LLT-TJ-01";

  @Test
  void fromAnEscalationToSmsMailAndWebhook() {
    OutletEndpoint.registered(OUTLET);
    var complaint = Complaint.about("DAMAGE").against(OUTLET).register();
    var trace = Collector.newTrace();

    Desk.as("supervisor")
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .body(Map.of("level", 1, "reason", "CUSTOMER_INSISTS"))
        .post(RunningPlatform.url(Service.COMPLAINT) + complaint.path() + "/escalations")
        .then()
        .statusCode(200);

    awaitStep(trace, "complaint-service", "POST /api/v1/complaints/{number}/escalations");
    awaitStep(trace, "complaint-service", "publish io.parceldesk.complaint-escalated.v1");
    awaitStep(trace, "notification-service", "receive io.parceldesk.complaint-escalated.v1");
    awaitStep(trace, "notification-service", "send SMS");
    awaitStep(trace, "notification-service", "send EMAIL");
    awaitStep(trace, "notification-service", "send WEBHOOK");
    assertThat(Collector.ofTrace(trace))
        .anySatisfy(span -> assertThat(span.text()).contains(complaint.number()));
    assertThat(Collector.all())
        .noneSatisfy(span -> assertThat(span.text()).contains(complaint.phone(), "李先生"));
  }

  private static void awaitStep(String trace, String service, String name) {
    await(service + ": " + name)
        .atMost(Desk.PATIENCE)
        .until(
            () ->
                Collector.ofTrace(trace).stream()
                    .anyMatch(span -> span.service().equals(service) && span.name().equals(name)));
  }
}
