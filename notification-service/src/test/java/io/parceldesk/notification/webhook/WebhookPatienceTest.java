package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receivers that try one's patience; in tests an answer may take two seconds. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WebhookPatienceTest {
  private String outlet;

  @BeforeEach
  void anOutletOfItsOwn() {
    outlet = Stage.outlet(Stage.phone(), "patience@example.com");
  }

  @Test
  void isNotHeldUpByASlowEndpoint() {
    var quick = Stage.outlet(Stage.phone(), "quick@example.com");
    try (var slow = OddReceiver.that((request, me) -> me.dawdle(20_000))) {
      var id = Hooks.register(outlet, slow.url()).getString("id");
      Hooks.register(quick, TestServers.webhooks().url(quick));
      IntStream.range(0, 30).forEach(n -> Hooks.escalate(outlet));
      IntStream.range(0, 5).forEach(n -> Hooks.escalate(quick));

      assertThat(Hooks.awaitWebhooks(quick, 5)).hasSize(5);

      var log =
          Hooks.awaitDelivery(
              outlet,
              id,
              "items.attempts.flatten().error.unique()",
              List.of("no answer within 2 s"));
      assertThat(log.getList("items.findAll { it.status == 'SENT' }")).isEmpty();
    }
  }

  @Test
  void keepsToTheConcurrencyOfTheEndpoint() {
    try (var busy =
        OddReceiver.that(
            (request, me) -> {
              me.dawdle(200);
              OddReceiver.say(request, 204, "");
            })) {
      var id = Hooks.register(outlet, busy.url()).getString("id");
      IntStream.range(0, 12).forEach(n -> Hooks.escalate(outlet));

      Hooks.awaitDelivery(outlet, id, "items.status", Collections.nCopies(12, "SENT"));

      assertThat(busy.mostAtOnce()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void doesNotWaitForAnAnswerThatDrips() {
    try (var dripping =
        OddReceiver.that(
            (request, me) -> {
              request.sendResponseHeaders(200, 0);
              for (var drop = 0; drop < 1000; drop++) {
                request.getResponseBody().write('.');
                request.getResponseBody().flush();
                me.dawdle(100);
              }
            })) {
      var id = Hooks.register(outlet, dripping.url()).getString("id");

      Hooks.escalate(outlet);

      Hooks.awaitDelivery(outlet, id, "items[0].attempts[0].error", "no answer within 2 s");
    }
  }

  @Test
  void readsOnlySoMuchOfAnAnswer() {
    try (var wordy =
        OddReceiver.that(
            (request, me) -> {
              request.sendResponseHeaders(200, 0);
              var page = new byte[64 * 1024];
              for (var n = 0; n < 10_000; n++) {
                request.getResponseBody().write(page);
              }
            })) {
      var id = Hooks.register(outlet, wordy.url()).getString("id");

      Hooks.escalate(outlet);

      Hooks.awaitDelivery(outlet, id, "items[0].status", "SENT");
    }
  }

  @Test
  void saysInPlainWordsThatNobodyIsThere() {
    var dead = OddReceiver.that((request, me) -> OddReceiver.say(request, 200, ""));
    var id = Hooks.register(outlet, dead.url()).getString("id");
    dead.close();

    Hooks.escalate(outlet);

    var log = Hooks.awaitDelivery(outlet, id, "items[0].attempts[0].outcome", "TRY_AGAIN");
    assertThat(log.getString("items[0].attempts[0].error")).startsWith("the connection failed: ");
    assertThat(log.getString("items[0].attempts[0].code")).isNull();
  }
}
