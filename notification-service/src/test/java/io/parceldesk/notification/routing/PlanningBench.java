package io.parceldesk.notification.routing;

import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many events a second are planned, each with an SMS to its customer. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PlanningBench {
  private static final int EVENTS = Integer.getInteger("parceldesk.events", 20_000);

  @Inject SealedContacts contacts;

  @Test
  void planEvents() {
    for (var round = 1; round <= 3; round++) {
      var events = IntStream.range(0, EVENTS).mapToObj(n -> event()).toList();
      var before = planned();
      var start = System.nanoTime();
      Stage.sendAll(Topics.COMPLAINT, events);
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> planned() >= before + EVENTS);
      var seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d events, sent and planned in %.1f s: %.0f a second%n",
          EVENTS, seconds, EVENTS / seconds);
    }
  }

  private static long planned() {
    return Stage.count("select count(*) from delivery where channel = 'SMS'");
  }

  private TestEvents.Event event() {
    return Stage.event(
        "complaint-registered", CaseEventData.complaint().with(contacts.of(Stage.phone())));
  }
}
