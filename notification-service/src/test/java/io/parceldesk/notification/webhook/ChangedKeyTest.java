package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.standardwebhooks.Webhook;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.Webhook.Signature;
import io.parceldesk.sandbox.testing.SealedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever notification-service keeps sealed is sealed anew while it works, and says the same. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ChangedKeyTest {
  private final String tired = Stage.phone();
  private final String agreeing = Stage.phone();
  private String outlet;

  @Test
  void leavesNothingUnderTheFormerKeyAndSignsAsBefore() throws Exception {
    outlet = Stage.outlet(Stage.phone(), "keys@example.com");
    Stage.endpoint(outlet, "[]");
    var secret =
        Stage.asOutlet(outlet)
            .post("/api/v1/inbound/outlets/" + outlet + "/secret-rotation")
            .<String>path("secret");
    prefers();
    Hooks.escalate(outlet);
    Hooks.awaitWebhooks(outlet, 1);
    var store = new SealedStore("notification");
    store.fill(
        "delivery.fallback",
        "id = (select id from delivery where channel = 'WEBHOOK' order by id desc limit 1)");
    assertThat(store.empty()).isEmpty();

    store.age();
    assertThat(store.left())
        .contains("webhook_secret.sealed", "inbound_secret.sealed", "opt_out.address");
    Stage.as("admin").body("{}").post("/api/v1/key-rotation").then().statusCode(200);
    await()
        .atMost(Stage.PATIENCE)
        .until(
            () -> {
              Hooks.escalate(outlet);
              answered(secret);
              return store.left().isEmpty();
            });
    Hooks.escalate(outlet);

    var sent = TestServers.webhooks().webhooksTo(outlet).size();
    assertThat(Hooks.awaitWebhooks(outlet, sent + 1))
        .extracting(io.parceldesk.sandbox.servers.Webhook::signature)
        .containsOnly(Signature.VALID);
    answered(secret);
    found("opt-outs", tired);
    found("consents", agreeing);
  }

  private static void found(String preference, String phone) {
    Stage.as("agent")
        .queryParam("phone", phone)
        .get("/api/v1/" + preference)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  private void prefers() {
    Stage.as("agent")
        .body("{\"phone\": \"%s\", \"proof\": \"WEB-FORM-2026\"}".formatted(agreeing))
        .post("/api/v1/consents")
        .then()
        .statusCode(201);
    Stage.as("agent")
        .body("{\"phone\": \"%s\", \"class\": \"SERVICE\", \"reason\": \"ASKED\"}".formatted(tired))
        .post("/api/v1/opt-outs")
        .then()
        .statusCode(201);
  }

  /** By the outlet's own system, signed with the secret that it was given before. */
  private void answered(String secret) throws Exception {
    var id = "msg_" + UUID.randomUUID();
    var at = Instant.now().getEpochSecond();
    var body =
        """
        {"type": "acknowledgement", "timestamp": "2026-11-23T03:12:09Z", "data": {"case": "%s"}}
        """
            .formatted(CaseEventData.of("DISPUTE", "DSP").number());
    RestAssured.given()
        .contentType(ContentType.JSON)
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(at))
        .header("webhook-signature", new Webhook(secret).sign(id, at, body))
        .body(body)
        .post("/api/v1/inbound/outlets/" + outlet)
        .then()
        .statusCode(202);
  }
}
