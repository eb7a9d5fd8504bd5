package io.parceldesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.DeliveryStatus;
import io.parceldesk.notification.DeliveryView;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replica that stops while carriers of its own are still sending. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StoppingTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  @Inject DeliveryRepository deliveries;
  @Inject DeliveryLog log;
  @Inject Transactions transactions;

  private final String run = UUID.randomUUID().toString();
  private final CountDownLatch ended = new CountDownLatch(1);

  @AfterEach
  void letEverybodyEnd() {
    ended.countDown();
  }

  /** One that would be stopped before the other could never see the other's end. */
  @Test
  @Timeout(60)
  void endsWhatEveryCarrierSendsAtTheSameTime() {
    var first = new Waiting("first", () -> awaitEndOfLoop("second"));
    var second = new Waiting("second", () -> awaitEndOfLoop("first"));
    var dispatchers = started(Duration.ofSeconds(25), first, second);

    dispatchers.stop(new ShutdownEvent());

    assertThat(statuses("first")).containsExactly(DeliveryStatus.PENDING, DeliveryStatus.SENT);
    assertThat(statuses("second")).containsExactly(DeliveryStatus.PENDING, DeliveryStatus.SENT);
  }

  @Test
  @Timeout(60)
  void leavesWhatDoesNotEndToItsLeases() {
    var carriers =
        Stream.of("first", "second", "third", "fourth")
            .map(name -> new Waiting(name, this::awaitTheTestsEnd))
            .toArray(Waiting[]::new);
    var dispatchers = started(Duration.ofMillis(300), carriers);

    dispatchers.stop(new ShutdownEvent());

    for (var carrier : carriers) {
      assertThat(statuses(carrier.name)).contains(DeliveryStatus.SENDING);
    }
  }

  /** Two messages each; one of them is being sent, as the window has room for one. */
  private Dispatchers started(Duration endWithin, Waiting... carriers) {
    for (var carrier : carriers) {
      var planned = List.of(delivery(carrier.name), delivery(carrier.name));
      transactions.runNew(() -> deliveries.plan(planned));
    }
    var dispatchers =
        new Dispatchers(
            List.of(() -> List.of(carriers)),
            transactions,
            deliveries,
            new Finisher(transactions, deliveries),
            new LaneMeters(new SimpleMeterRegistry()),
            endWithin);
    dispatchers.start(new StartupEvent());
    for (var carrier : carriers) {
      await().atMost(Stage.PATIENCE).until(() -> carrier.sending.getCount() == 0);
    }
    return dispatchers;
  }

  private void awaitEndOfLoop(String name) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("dispatch-" + lane(name))));
  }

  private void awaitTheTestsEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<DeliveryStatus> statuses(String name) {
    return transactions.runNew(() -> log.ofCase(lane(name), null)).stream()
        .map(DeliveryView::status)
        .sorted()
        .toList();
  }

  private String lane(String name) {
    return name + "-" + run;
  }

  private PlannedDelivery delivery(String name) {
    return new PlannedDelivery(
        "/complaint-service",
        UUID.randomUUID().toString(),
        "io.parceldesk.complaint-registered.v1",
        LONG_AGO,
        lane(name),
        null,
        "rule@1",
        null,
        "CUSTOMER",
        MessageChannel.EMAIL,
        MessageClass.CRITICAL,
        "recipient",
        "***",
        lane(name),
        null,
        LONG_AGO,
        NEVER,
        null,
        new Message("nobody@example.com", "s", "t", "h"));
  }

  /** One message at a time, each for as long as the waiting takes. */
  private final class Waiting implements Carrier {
    private final String name;
    private final Runnable waiting;
    private final CountDownLatch sending = new CountDownLatch(1);

    Waiting(String name, Runnable waiting) {
      this.name = name;
      this.waiting = waiting;
    }

    @Override
    public String name() {
      return lane(name);
    }

    @Override
    public int window() {
      return 1;
    }

    @Override
    public List<String> lanes() {
      return List.of(lane(name));
    }

    @Override
    public int room(String lane) {
      return 2;
    }

    @Override
    public Outcome carry(Delivery delivery) {
      sending.countDown();
      waiting.run();
      return Outcome.sent(250);
    }
  }
}
