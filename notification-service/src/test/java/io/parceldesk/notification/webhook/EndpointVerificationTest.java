package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EndpointVerificationTest {
  private String outlet;

  @BeforeEach
  void anOutletOfItsOwn() {
    outlet = Stage.outlet(Stage.phone(), "verify@example.com");
  }

  @Test
  void asksForTheChallengeWithASignedWebhook() {
    var registered = Hooks.register(outlet, TestServers.webhooks().url(outlet));

    assertThat(registered.getString("status")).isEqualTo("ACTIVE");
    assertThat(registered.getString("verifiedAt")).isNotNull();
    assertThat(registered.getList("allowedActions")).contains("pause", "test");
    assertThat(TestServers.webhooks().challengesTo(outlet))
        .singleElement()
        .satisfies(
            challenge -> {
              assertThat(Hooks.verifies(registered.getString("secret"), challenge)).isTrue();
              assertThat(challenge.id()).startsWith("msg_");
            });
  }

  @Test
  void tellsNothingToAnEndpointThatHasNotRepeatedTheChallenge() {
    TestServers.webhooks().answer(outlet, 401, Map.of()); // it does not know the secret yet
    var registered = Hooks.register(outlet, TestServers.webhooks().url(outlet));
    var id = registered.getString("id");
    assertThat(registered.getString("status")).isEqualTo("PENDING");
    assertThat(registered.getString("verificationError")).isEqualTo("it answered 401");
    assertThat(registered.getList("allowedActions")).contains("verification");
    var untold = Hooks.escalate(outlet);

    Stage.asOutlet(outlet)
        .post(Hooks.PATH + "/" + id + "/verification")
        .then()
        .statusCode(422)
        .body("code", is("not-verified"))
        .body("detail", containsString("it answered 401"));
    TestServers.webhooks().answer(outlet, 200, Map.of());
    Stage.asOutlet(outlet)
        .post(Hooks.PATH + "/" + id + "/verification")
        .then()
        .statusCode(200)
        .body("status", is("ACTIVE"));
    Stage.awaitNotifications(untold.number(), told -> told.getList("items").size() == 2);
    var told = Hooks.escalate(outlet);

    assertThat(Hooks.awaitWebhooks(outlet, 1))
        .singleElement()
        .satisfies(webhook -> assertThat(webhook.body()).contains(told.number()));
    Stage.asOutlet(outlet)
        .post(Hooks.PATH + "/" + id + "/verification")
        .then()
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("status", is("ACTIVE"));
  }

  @Test
  void isNotTakenInByAReceiverThatAnswersWithoutRepeating() {
    try (var liar =
            OddReceiver.thatAlso((request, me) -> OddReceiver.say(request, 200, "{\"ok\": true}"));
        var other =
            OddReceiver.thatAlso(
                (request, me) -> OddReceiver.say(request, 200, "{\"challenge\": \"mine\"}"));
        var away =
            OddReceiver.thatAlso(
                (request, me) -> {
                  request.getResponseHeaders().set("Location", TestServers.webhooks().url(outlet));
                  OddReceiver.say(request, 307, "");
                })) {

      assertThat(Hooks.register(outlet, liar.url()).getString("status")).isEqualTo("PENDING");
      assertThat(Hooks.register(outlet, other.url()).getString("verificationError"))
          .contains("challenge");
      assertThat(Hooks.register(outlet, away.url()).getString("verificationError"))
          .isEqualTo("it answered 307");
    }
    assertThat(TestServers.webhooks().challengesTo(outlet)).as("not redirected").isEmpty();
  }

  @Test
  void movesOnlyToAUrlThatRepeatsTheChallenge() {
    var registered = Hooks.register(outlet, TestServers.webhooks().url(outlet));
    var path = Hooks.PATH + "/" + registered.getString("id");
    var form = "{\"url\": \"%s\", \"concurrency\": 2, \"ratePerSecond\": 5}";
    try (var liar = OddReceiver.thatAlso((request, me) -> OddReceiver.say(request, 200, "no"));
        var honest = OddReceiver.that((request, me) -> OddReceiver.say(request, 200, ""))) {

      Stage.asOutlet(outlet).body(form.formatted(liar.url())).put(path).then().statusCode(428);
      Stage.asOutlet(outlet)
          .header("If-Match", "\"99\"")
          .body(form.formatted(honest.url()))
          .put(path)
          .then()
          .statusCode(412);
      var etag = Stage.asOutlet(outlet).get(path).then().extract().header("ETag");
      Stage.asOutlet(outlet)
          .header("If-Match", etag)
          .body(form.formatted(liar.url()))
          .put(path)
          .then()
          .statusCode(422)
          .body("code", is("not-verified"));
      Stage.asOutlet(outlet)
          .header("If-Match", etag)
          .body(form.formatted(honest.url()))
          .put(path)
          .then()
          .statusCode(200)
          .header("ETag", notNullValue())
          .body("url", is(honest.url()))
          .body("status", is("ACTIVE"))
          .body("concurrency", is(2))
          .body("ratePerSecond", is(5));
      Stage.asOutlet(outlet)
          .header("If-Match", etag)
          .body(form.formatted(honest.url()))
          .put(path)
          .then()
          .statusCode(412);
    }
  }

  @Test
  void refusesSettingsOutOfBounds() {
    var url = TestServers.webhooks().url(outlet);
    for (var wrong :
        Map.of(
                "\"concurrency\": 17", "/concurrency",
                "\"concurrency\": 0", "/concurrency",
                "\"ratePerSecond\": 101", "/ratePerSecond",
                "\"eventTypes\": [\"complaint.escalated\", \"no.such\"]", "/eventTypes/1",
                "\"colour\": \"red\"", "/colour")
            .entrySet()) {
      Stage.asOutlet(outlet)
          .body("{\"outlet\": \"%s\", \"url\": \"%s\", %s}".formatted(outlet, url, wrong.getKey()))
          .post(Hooks.PATH)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains(wrong.getValue()));
    }
    Stage.asOutlet(outlet)
        .body("{\"url\": \"%s\"}".formatted(url))
        .post(Hooks.PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/outlet"));
  }

  @Test
  void keepsAnOutletFromHavingTooManyEndpoints() {
    try (var receiver = OddReceiver.that((request, me) -> OddReceiver.say(request, 200, ""))) {
      var first = Hooks.register(outlet, receiver.url()).getString("id");
      for (var n = 2; n <= 10; n++) {
        Hooks.register(outlet, receiver.url() + n);
      }
      var eleventh =
          "{\"outlet\": \"%s\", \"url\": \"%s\"}".formatted(outlet, receiver.url() + "11");

      Stage.asOutlet(outlet)
          .body(eleventh)
          .post(Hooks.PATH)
          .then()
          .statusCode(422)
          .body("code", is("too-many-endpoints"));
      Stage.asOutlet(outlet).delete(Hooks.PATH + "/" + first).then().statusCode(204);
      Stage.asOutlet(outlet).body(eleventh).post(Hooks.PATH).then().statusCode(201);

      var page =
          Stage.asOutlet(outlet).queryParam("limit", 6).get(Hooks.PATH).then().extract().jsonPath();
      assertThat(page.getList("items")).hasSize(6);
      var rest =
          Stage.asOutlet(outlet)
              .queryParam("limit", 6)
              .queryParam("cursor", page.getString("next"))
              .get(Hooks.PATH)
              .then()
              .extract()
              .jsonPath();
      assertThat(rest.getList("items")).as("the removed one is left out").hasSize(4);
      assertThat(rest.getString("next")).isNull();
      assertThat(rest.getList("items.id")).doesNotContainAnyElementsOf(page.getList("items.id"));
    }
  }

  @Test
  void keepsOutletsFromEachOthersEndpoints() {
    var id = Hooks.register(outlet, TestServers.webhooks().url(outlet)).getString("id");
    var stranger = Stage.outlet(Stage.phone(), "stranger@example.com");
    var path = Hooks.PATH + "/" + id;

    for (var action :
        new String[] {"verification", "pause", "resumption", "secret-rotation", "test"}) {
      Stage.asOutlet(stranger).post(path + "/" + action).then().statusCode(403);
      Stage.asOutlet(stranger)
          .post(Hooks.PATH + "/" + UUID.randomUUID() + "/" + action)
          .then()
          .statusCode(404);
    }
    Stage.asOutlet(stranger)
        .body("{\"since\": \"2026-11-22T00:00:00Z\"}")
        .post(path + "/redelivery")
        .then()
        .statusCode(403);
    Stage.asOutlet(stranger).get(path + "/deliveries").then().statusCode(403);
    Stage.asOutlet(stranger)
        .header("If-Match", "*")
        .body("{\"url\": \"https://example.com/\"}")
        .put(path)
        .then()
        .statusCode(403);
    Stage.asOutlet(stranger).delete(path).then().statusCode(403);
    Stage.asOutlet(stranger).queryParam("outlet", outlet).get(Hooks.PATH).then().statusCode(403);
    assertThat(Stage.asOutlet(stranger).get(Hooks.PATH).jsonPath().getList("items")).isEmpty();
  }
}
