package io.parceldesk.notification.webhook;

import static io.parceldesk.notification.webhook.Hooks.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.Mail;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EndpointUpkeepTest {
  @TestHTTPResource("/")
  URI service;

  private String outlet;
  private String id;
  private String secret;

  @BeforeEach
  void anEndpointOfItsOwn() {
    outlet = Stage.outlet(Stage.phone(), "upkeep@example.com");
    var registered = Hooks.register(outlet, TestServers.webhooks().url(outlet));
    id = registered.getString("id");
    secret = registered.getString("secret");
  }

  @Test
  void signsWithOldAndNewSecretForADay() {
    var second = rotate();
    var third = rotate();

    Hooks.escalate(outlet);

    var webhook = Hooks.awaitWebhooks(outlet, 1).get(0);
    assertThat(webhook.headers().get("webhook-signature").split(" ")).hasSize(3);
    assertThat(List.of(secret, second.getString("secret"), third.getString("secret")))
        .allMatch(each -> Hooks.verifies(each, webhook));
    assertThat(Instant.parse(third.getString("previousGoodUntil")))
        .isBetween(
            Instant.now().plus(23, ChronoUnit.HOURS), Instant.now().plus(25, ChronoUnit.HOURS));

    rotate();
    action("secret-rotation").statusCode(409).body("code", is("too-many-secrets"));
    Stage.sql(
        "update webhook_secret set expires_at = now() where expires_at is not null and endpoint_id = '%s'"
            .formatted(id));
    Hooks.escalate(outlet);
    var after = Hooks.awaitWebhooks(outlet, 2).get(1);
    assertThat(after.headers().get("webhook-signature").split(" ")).hasSize(1);
    assertThat(Hooks.verifies(third.getString("secret"), after)).isFalse();
  }

  @Test
  void sendsATestEventTheWayOfAllOthers() {
    action("test").statusCode(202).body("status", is("PENDING")).body("webhookId", notNullValue());
    Stage.asOutlet(outlet)
        .body("{\"eventType\": \"complaint.escalated\"}")
        .post(PATH + "/" + id + "/test")
        .then()
        .statusCode(202);
    Stage.asOutlet(outlet)
        .body("{\"eventType\": \"complaint.sung\"}")
        .post(PATH + "/" + id + "/test")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/eventType"));

    var webhooks = Hooks.awaitWebhooks(outlet, 2);
    assertThat(webhooks).allMatch(webhook -> Hooks.verifies(secret, webhook));
    assertThat(webhooks)
        .extracting(Webhook::type)
        .containsExactlyInAnyOrder("webhook.test", "complaint.escalated");
    assertThat(webhooks).allMatch(hook -> JsonPath.from(hook.body()).getBoolean("test"));
    var log = Hooks.awaitDelivery(outlet, id, "items.status", List.of("SENT", "SENT"));
    assertThat(log.getList("items.webhookId"))
        .containsExactlyInAnyOrderElementsOf(webhooks.stream().map(w -> (Object) w.id()).toList());
  }

  @Test
  void needsNoBodyForATestEvent() throws Exception {
    var request =
        HttpRequest.newBuilder(service.resolve(PATH + "/" + id + "/test"))
            .header("Authorization", "Bearer " + TestServers.token("outlet", outlet))
            .POST(BodyPublishers.noBody())
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void showsWhatWasSentPageByPage() {
    IntStream.range(0, 3).forEach(n -> action("test").statusCode(202));
    Hooks.awaitDelivery(outlet, id, "items.status", List.of("SENT", "SENT", "SENT"));

    var first = deliveries("?limit=2");
    var rest = deliveries("?limit=2&cursor=" + first.getString("next"));

    assertThat(first.getList("items")).hasSize(2);
    assertThat(rest.getList("items")).hasSize(1);
    assertThat(rest.getString("next")).isNull();
    assertThat(first.getInt("items[0].attempts[0].code")).isEqualTo(200);
    assertThat(first.getLong("items[0].attempts[0].durationMillis")).isNotNegative();
    assertThat(deliveries("?status=FAILED").getList("items")).isEmpty();
    Stage.asOutlet(outlet).get(PATH + "/" + id + "/deliveries?cursor=x").then().statusCode(400);
  }

  @Test
  void holdsMessagesBackDuringAPause() {
    action("pause").statusCode(200).body("status", is("PAUSED"));
    action("pause").statusCode(409).body("allowedActions", hasItem("resumption"));
    action("test").statusCode(409);
    var complaint = Hooks.escalate(outlet);
    Stage.awaitNotifications(
        complaint.number(),
        told -> told.getList("items.findAll { it.channel == 'WEBHOOK' }").size() == 1);
    assertThat(deliveries("").getString("items[0].status")).isEqualTo("PENDING");
    assertThat(TestServers.webhooks().webhooksTo(outlet)).isEmpty();

    action("resumption").statusCode(200).body("status", is("ACTIVE"));

    assertThat(Hooks.awaitWebhooks(outlet, 1).get(0).body()).contains(complaint.number());
  }

  @Test
  void sendsAgainWhatFailedAndWhatWasMissed() {
    var before = Instant.now().minusSeconds(60);
    TestServers.webhooks().answer(outlet, 410, Map.of());
    var failed = Hooks.escalate(outlet);
    Hooks.awaitEndpoint(outlet, id, endpoint -> "DISABLED".equals(endpoint.getString("status")));
    var missed = Hooks.escalate(outlet);
    Stage.awaitNotifications(missed.number(), told -> told.getList("items").size() == 2);
    redeliver(before).statusCode(409);
    TestServers.webhooks().answer(outlet, 200, Map.of());

    action("resumption").statusCode(200).body("disabledReason", nullValue());
    redeliver(before).statusCode(202).body("failed", is(1)).body("missed", is(1));

    var webhooks = Hooks.awaitWebhooks(outlet, 3);
    assertThat(webhooks.get(0).body()).contains(failed.number());
    assertThat(webhooks.subList(1, 3))
        .anyMatch(webhook -> webhook.id().equals(webhooks.get(0).id()))
        .anyMatch(webhook -> webhook.body().contains(missed.number()))
        .allMatch(webhook -> Hooks.verifies(secret, webhook));
    Hooks.awaitDelivery(outlet, id, "items.status", List.of("SENT", "SENT"));
    redeliver(before).statusCode(202).body("failed", is(0)).body("missed", is(0));
    redeliver(Instant.now().plusSeconds(600)).statusCode(400);
    redeliver(Instant.now().minus(29, ChronoUnit.DAYS))
        .statusCode(422)
        .body("code", is("too-long-ago"));
    Stage.asOutlet(outlet).body("{}").post(PATH + "/" + id + "/redelivery").then().statusCode(400);
  }

  @Test
  void givesAnEndpointUpThatFailedForFiveDaysAndTellsItsOutlet() {
    var technician = "tech." + UUID.randomUUID() + "@example.com";
    writeToTechnician(technician);
    TestServers.webhooks().answer(outlet, 500, Map.of());
    var first = Hooks.escalate(outlet);
    Hooks.awaitEndpoint(outlet, id, endpoint -> endpoint.getString("failingSince") != null);
    failingFor("25 hours");
    Stage.passTime(first.number());
    assertThat(awaitMails(technician, 1).get(0).subject()).contains("持续推送失败", "127.0.0.1");
    var second = Hooks.escalate(outlet);
    Hooks.awaitAttempts(second, 1);
    assertThat(TestServers.mails().mailsTo(technician)).as("warned once").hasSize(1);

    failingFor("121 hours");
    Stage.passTime(first.number());

    var endpoint = Hooks.awaitEndpoint(outlet, id, e -> "DISABLED".equals(e.getString("status")));
    assertThat(endpoint.getString("disabledReason")).isEqualTo("failed for 120 hours");
    var mail = awaitMails(technician, 2).get(1);
    assertThat(mail.subject()).contains("已停用");
    assertThat(mail.text()).contains(id, "failed for 120 hours");
    await()
        .atMost(Stage.PATIENCE)
        .until(
            () -> deliveries("").getList("items.status"),
            all ->
                all.stream().allMatch(status -> List.of("FAILED", "SUPPRESSED").contains(status)));
    TestServers.webhooks().answer(outlet, 200, Map.of());

    action("resumption").statusCode(200).body("failingSince", nullValue());
    var third = Hooks.escalate(outlet);
    await()
        .atMost(Stage.PATIENCE)
        .until(
            () -> TestServers.webhooks().webhooksTo(outlet),
            all -> all.stream().anyMatch(webhook -> webhook.body().contains(third.number())));
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    TestServers.webhooks().answer(outlet, 500, Map.of());
    var complaint = Hooks.escalate(outlet);
    Hooks.awaitEndpoint(outlet, id, endpoint -> endpoint.getString("failingSince") != null);
    TestServers.webhooks().answer(outlet, 200, Map.of());
    Hooks.awaitAttempts(complaint, 1);

    Stage.passTime(complaint.number());

    Hooks.awaitEndpoint(outlet, id, endpoint -> endpoint.getString("failingSince") == null);
  }

  private void writeToTechnician(String address) {
    Stage.as("admin")
        .header("If-Match", "*")
        .body(
            """
            {"name": "路路通广州天河", "region": "华南", "quietHours": {"from": "00:00", "to": "00:00"},
             "contactPoints": [{"channel": "EMAIL", "purpose": "TECHNICAL", "address": "%s"}]}
            """
                .formatted(address))
        .put("/api/v1/outlets/" + outlet)
        .then()
        .statusCode(200);
  }

  private void failingFor(String interval) {
    Stage.sql(
        "update webhook_endpoint set failing_since = now() - interval '%s' where id = '%s'"
            .formatted(interval, id));
  }

  private static List<Mail> awaitMails(String address, int count) {
    return await()
        .atMost(Stage.PATIENCE)
        .until(() -> TestServers.mails().mailsTo(address), mails -> mails.size() >= count);
  }

  private JsonPath rotate() {
    return action("secret-rotation").statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse action(String action) {
    return Stage.asOutlet(outlet).post(PATH + "/" + id + "/" + action).then();
  }

  private ValidatableResponse redeliver(Instant since) {
    return Stage.asOutlet(outlet)
        .body("{\"since\": \"%s\"}".formatted(since))
        .post(PATH + "/" + id + "/redelivery")
        .then();
  }

  private JsonPath deliveries(String query) {
    return Stage.asOutlet(outlet)
        .get(PATH + "/" + id + "/deliveries" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
