package io.parceldesk.notification.webhook;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.Webhook;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Webhooks as an outlet's integrator looks at them. */
final class Hooks {
  static final String PATH = "/api/v1/webhook-endpoints";

  private Hooks() {}

  /** A complaint of the outlet is escalated. */
  static CaseEventData escalate(String outlet) {
    var complaint =
        CaseEventData.complaint()
            .of(outlet)
            .saying(
                """
                "level": 3, "trigger": "VIP", "reasonCode": "X", "by": "luo.min",
                "owner": {"outlet": "%s", "department": null, "assignee": "luo.min"}
                """
                    .formatted(outlet));
    Stage.send(Topics.COMPLAINT, "complaint-escalated", complaint);
    return complaint;
  }

  static JsonPath register(String outlet, String url) {
    return Stage.asOutlet(outlet)
        .body("{\"outlet\": \"%s\", \"url\": \"%s\"}".formatted(outlet, url))
        .post(PATH)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  static JsonPath endpoint(String outlet, String id) {
    return Stage.asOutlet(outlet).get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath awaitEndpoint(String outlet, String id, Predicate<JsonPath> enough) {
    return await().atMost(Stage.PATIENCE).until(() -> endpoint(outlet, id), enough::test);
  }

  static List<Webhook> awaitWebhooks(String outlet, int count) {
    return await()
        .atMost(Stage.PATIENCE)
        .until(() -> TestServers.webhooks().webhooksTo(outlet), hooks -> hooks.size() >= count);
  }

  static void awaitAttempts(CaseEventData complaint, int count) {
    awaitNotifications(
        complaint.number(),
        told ->
            told.getList("items.find { it.channel == 'WEBHOOK' }.attempts") != null
                && told.getList("items.find { it.channel == 'WEBHOOK' }.attempts").size() >= count);
  }

  /** The delivery of the case once it is as wished. */
  static JsonPath awaitDelivery(String outlet, String endpoint, String path, Object value) {
    return await()
        .atMost(Stage.PATIENCE)
        .until(
            () -> Stage.asOutlet(outlet).get(PATH + "/" + endpoint + "/deliveries").jsonPath(),
            found -> value.equals(found.get(path)));
  }

  /** Whether the published library accepts what came. */
  static boolean verifies(String secret, Webhook webhook) {
    try {
      new com.standardwebhooks.Webhook(secret).verify(webhook.body(), headers(webhook));
      return true;
    } catch (Exception e) { // the library's own, unrelated to each other
      return false;
    }
  }

  static HttpHeaders headers(Webhook webhook) {
    return HttpHeaders.of(
        webhook.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
        (name, value) -> true);
  }
}
