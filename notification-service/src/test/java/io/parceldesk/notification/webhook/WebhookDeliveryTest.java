package io.parceldesk.notification.webhook;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WebhookDeliveryTest {

  private String outlet;

  @BeforeEach
  void anOutletOfItsOwn() {
    outlet = Stage.outlet(Stage.phone(), "hooks@example.com");
  }

  @Test
  void deliversWhatThePublishedLibraryVerifies() {
    var secret =
        Stage.as("admin")
            .body(form("\"eventTypes\": [\"complaint.escalated\"]"))
            .post("/api/v1/webhook-endpoints")
            .then()
            .statusCode(201)
            .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
            .body("status", is("ACTIVE"))
            .extract()
            .jsonPath()
            .getString("secret");

    var complaint = escalate();

    var webhook = awaitWebhooks(1).get(0);
    assertThatCode(
            () ->
                new com.standardwebhooks.Webhook(secret)
                    .verify(webhook.body(), Hooks.headers(webhook)))
        .doesNotThrowAnyException();
    var body = JsonPath.from(webhook.body());
    assertThat(body.getString("type")).isEqualTo("complaint.escalated");
    assertThat(body.getString("timestamp")).endsWith("Z");
    assertThat(body.getString("data.case.number")).isEqualTo(complaint.number());
    assertThat(body.getInt("data.level")).isEqualTo(3);
    assertThat(body.getString("data.trigger")).isEqualTo("VIP");
    assertThat(webhook.body()).doesNotContain(complaint.waybill(), "contact", "luo.min", "eyJ");
    assertThat(webhook.headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void tellsAnEndpointOnlyWhatItSubscribedTo() {
    Stage.endpoint(outlet, "[\"claim.filed\"]");

    escalate();
    Stage.send(
        Topics.CLAIMS,
        "claim-filed",
        CaseEventData.of("CLAIM", "CLM").of(outlet).saying("\"ground\": \"LOSS\""));

    assertThat(awaitWebhooks(1)).extracting(Webhook::type).containsExactly("claim.filed");
  }

  @Test
  void repeatsUnderTheSameIdWithAFreshSignature() {
    var endpoint = Stage.endpoint(outlet, "[]");
    TestServers.webhooks().answer(outlet, 500, Map.of());
    var complaint = escalate();
    awaitWebhooks(1);
    TestServers.webhooks().answer(outlet, 200, Map.of());
    Hooks.awaitAttempts(complaint, 1);

    Stage.passTime(complaint.number());

    var webhooks = awaitWebhooks(2);
    assertThat(webhooks.get(1).id()).isEqualTo(webhooks.get(0).id()).startsWith("msg_");
    assertThat(webhooks).extracting(Webhook::signature).containsOnly(Webhook.Signature.VALID);
    var log =
        await()
            .until(
                () ->
                    Stage.asOutlet(outlet)
                        .get("/api/v1/webhook-endpoints/" + endpoint + "/deliveries")
                        .jsonPath(),
                found -> "SENT".equals(found.getString("items[0].status")));
    assertThat(log.getList("items[0].attempts.code")).containsExactly(500, 200);
  }

  @Test
  void followsNoRedirect() {
    Stage.endpoint(outlet, "[]");
    TestServers.webhooks()
        .answer(outlet, 302, Map.of("Location", TestServers.webhooks().url("elsewhere-" + outlet)));

    var complaint = escalate();

    Hooks.awaitAttempts(complaint, 1);
    assertThat(TestServers.webhooks().webhooksTo("elsewhere-" + outlet)).isEmpty();
  }

  @Test
  void leavesAnEndpointAloneThatIsGone() {
    var endpoint = Stage.endpoint(outlet, "[]");
    TestServers.webhooks().answer(outlet, 410, Map.of());
    escalate();

    await()
        .atMost(Stage.PATIENCE)
        .until(
            () ->
                Stage.asOutlet(outlet)
                    .get("/api/v1/webhook-endpoints/" + endpoint)
                    .jsonPath()
                    .getString("status"),
            "DISABLED"::equals);
    var next = escalate();
    awaitNotifications(next.number(), told -> told.getList("items").size() == 2);

    assertThat(awaitWebhooks(1)).hasSize(1);
  }

  @Test
  void sendsAgainByHand() {
    Stage.endpoint(outlet, "[]");
    var complaint = escalate();
    awaitWebhooks(1);
    var told =
        awaitNotifications(
            complaint.number(),
            n -> "SENT".equals(n.getString("items.find { it.channel == 'WEBHOOK' }.status")));
    var id = told.getString("items.find { it.channel == 'WEBHOOK' }.id");

    Stage.asOutlet("LLT-OTHER")
        .post("/api/v1/deliveries/" + id + "/redelivery")
        .then()
        .statusCode(403);
    Stage.asOutlet(outlet)
        .post("/api/v1/deliveries/" + id + "/redelivery")
        .then()
        .statusCode(200)
        .body("status", is("PENDING"));

    var webhooks = awaitWebhooks(2);
    assertThat(webhooks.get(1).id()).isEqualTo(webhooks.get(0).id());
  }

  @Test
  void refusesEndpointsThatCannotBe() {
    Stage.asOutlet("LLT-OTHER")
        .body(form("\"description\": \"not ours\""))
        .post("/api/v1/webhook-endpoints")
        .then()
        .statusCode(403);
    Stage.as("admin")
        .body(form("\"eventTypes\": [\"complaint.sung\"]"))
        .post("/api/v1/webhook-endpoints")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/eventTypes/0"));
    Stage.as("admin")
        .body("{\"outlet\": \"%s\", \"url\": \"ftp://example.com\"}".formatted(outlet))
        .post("/api/v1/webhook-endpoints")
        .then()
        .statusCode(422)
        .body("code", is("bad-webhook-url"));
    Stage.as("admin")
        .body(form("\"description\": \"ours\"").replace("\"" + outlet + "\"", "\"LLT-NOBODY\""))
        .post("/api/v1/webhook-endpoints")
        .then()
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    Stage.endpoint(outlet, "[]");
    Stage.as("admin")
        .body(form("\"description\": \"again\""))
        .post("/api/v1/webhook-endpoints")
        .then()
        .statusCode(409);
  }

  @Test
  void showsTheSecretOnce() {
    var endpoint = Stage.endpoint(outlet, "[]");

    Stage.as("admin")
        .get("/api/v1/webhook-endpoints/" + endpoint)
        .then()
        .body("secret", nullValue());
    Stage.asOutlet("LLT-OTHER").get("/api/v1/webhook-endpoints/" + endpoint).then().statusCode(403);
    Stage.asOutlet(outlet).delete("/api/v1/webhook-endpoints/" + endpoint).then().statusCode(204);
    Stage.endpoint(outlet, "[]");
  }

  private CaseEventData escalate() {
    return Hooks.escalate(outlet);
  }

  private String form(String more) {
    return "{\"outlet\": \"%s\", \"url\": \"%s\", %s}"
        .formatted(outlet, TestServers.webhooks().url(outlet), more);
  }

  private List<Webhook> awaitWebhooks(int count) {
    return Hooks.awaitWebhooks(outlet, count);
  }
}
