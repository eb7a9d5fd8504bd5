package io.parceldesk.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.DeliveryStatus;
import io.parceldesk.notification.DeliveryView;
import io.parceldesk.notification.FinishedAttempt;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of deliveries, in a lane that nobody else serves. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeliveringTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  @Inject DeliveryRepository deliveries;
  @Inject DeliveryLog log;
  @Inject RetentionJob retention;
  @Inject Transactions transactions;

  private final String lane = "lane-" + UUID.randomUUID();
  private final String number = "CMP-" + UUID.randomUUID();

  @Test
  void givesEachMessageToOneReplica() {
    IntStream.range(0, 200).forEach(i -> plan(MessageChannel.EMAIL, NEVER));

    var taken =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(replica -> claim(10))
            .flatMap(List::stream)
            .map(Delivery::id)
            .toList();

    assertThat(taken).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void believesOnlyTheHolderOfTheLease() {
    plan(MessageChannel.EMAIL, NEVER);
    var lost = claim(1).get(0);
    Stage.sql(
        "update delivery set lease_until = now() - interval '1 s' where lane = '" + lane + "'");
    transactions.runNew(deliveries::endLostLeases);
    var current = claim(1).get(0);

    finish(lost, Outcome.refused(550, "no such mailbox"));
    assertThat(only().status()).isEqualTo(DeliveryStatus.SENDING);

    finish(current, Outcome.sent(250));
    assertThat(only().status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(only().attempts()).hasSize(2);
  }

  @Test
  void doesNotKnowWhatBecameOfAnSmsWhoseSenderVanished() {
    plan(MessageChannel.SMS, NEVER);
    claim(1);
    Stage.sql(
        "update delivery set lease_until = now() - interval '1 s' where lane = '" + lane + "'");

    transactions.runNew(deliveries::endLostLeases);

    assertThat(only().status()).isEqualTo(DeliveryStatus.UNKNOWN);
    assertThat(claim(1)).as("its receipt may still come").isEmpty();
    Stage.passTime(number);
    assertThat(claim(1).get(0).possibleDuplicate()).isTrue();
  }

  @Test
  void believesThatAnSmsDidLeaveWhoeverSaysSo() {
    plan(MessageChannel.SMS, NEVER);
    var slow = claim(1).get(0);
    Stage.sql(
        "update delivery set lease_until = now() - interval '1 s' where lane = '" + lane + "'");
    transactions.runNew(deliveries::endLostLeases);

    finish(slow, new Outcome.Sent(0, List.of(new Outcome.SmsPart(1, "primary", "7f"))));

    assertThat(only().status()).isEqualTo(DeliveryStatus.SENT);
  }

  /** A replica takes 150 of 300 mails, sends 100, writes down 60 and is gone. */
  @Test
  void losesNothingToAReplicaThatIsKilled() {
    IntStream.range(0, 300).forEach(i -> plan(MessageChannel.EMAIL, NEVER));
    var sent = new ArrayList<UUID>();
    var killed = claim(150);
    killed.subList(0, 100).forEach(delivery -> sent.add(delivery.id()));
    killed.subList(0, 60).forEach(delivery -> finish(delivery, Outcome.sent(250)));

    IntStream.range(0, 4)
        .parallel()
        .forEach(
            replica -> {
              for (var taken = claim(20); !taken.isEmpty(); taken = claim(20)) {
                taken.forEach(delivery -> carry(delivery, sent));
              }
            });
    assertThat(sent).as("the leases of the dead still stand").hasSize(250);
    Stage.sql(
        "update delivery set lease_until = now() - interval '1 s' where lane = '%s'".formatted(lane)
            + " and status = 'SENDING'");
    transactions.runNew(deliveries::endLostLeases);
    claim(300).forEach(delivery -> carry(delivery, sent));
    killed.subList(60, 150).forEach(late -> finish(late, Outcome.refused(550, "too late to say")));

    assertThat(sent).as("all, those cut off in flight twice").hasSize(340);
    assertThat(Set.copyOf(sent)).hasSize(300);
    var views = transactions.runNew(() -> log.ofCase(number, null));
    assertThat(views).hasSize(300).allMatch(view -> view.status() == DeliveryStatus.SENT);
  }

  private void carry(Delivery delivery, List<UUID> sent) {
    synchronized (sent) {
      sent.add(delivery.id());
    }
    finish(delivery, Outcome.sent(250));
  }

  @Test
  void leavesWhatIsTooLate() {
    plan(MessageChannel.EMAIL, LONG_AGO);

    assertThat(claim(1)).isEmpty();

    assertThat(only().status()).isEqualTo(DeliveryStatus.EXPIRED);
  }

  @Test
  void putsBackWhatIsPostponedWithoutCountingIt() {
    plan(MessageChannel.SMS, NEVER);

    finish(claim(1).get(0), Outcome.postponed());

    assertThat(only().status()).isEqualTo(DeliveryStatus.PENDING);
    assertThat(only().attempts()).isEmpty();
    assertThat(claim(1).get(0).attempt()).isEqualTo(1);
  }

  @Test
  void waitsBeforeItTriesAgain() {
    plan(MessageChannel.EMAIL, NEVER);

    finish(claim(1).get(0), Outcome.tryAgain(450, "busy", Duration.ofMinutes(5)));

    assertThat(claim(1)).isEmpty();
    Stage.passTime(number);
    assertThat(claim(1).get(0).attempt()).isEqualTo(2);
  }

  @Test
  void plansTheSameMessageOnce() {
    var planned = delivery(MessageChannel.EMAIL, NEVER, "same");

    var first = transactions.runNew(() -> deliveries.plan(List.of(planned, planned)));
    var second = transactions.runNew(() -> deliveries.plan(List.of(planned)));

    assertThat(first).isEqualTo(1);
    assertThat(second).isZero();
  }

  @Test
  void forgetsTextsAndLaterTheLog() {
    plan(MessageChannel.EMAIL, NEVER);
    finish(claim(1).get(0), Outcome.sent(250));
    retention.run();
    assertThat(only().text()).isNotNull();

    age("200 days");
    retention.run();
    assertThat(only().text()).isNull();
    assertThat(only().status()).isEqualTo(DeliveryStatus.SENT);

    age("1100 days");
    retention.run();
    assertThat(transactions.runNew(() -> log.ofCase(number, null))).isEmpty();
  }

  private void age(String age) {
    Stage.sql(
        "delete from delivery_attempt where delivery_id in (select id from delivery where lane = '%s')"
            .formatted(lane));
    Stage.sql(
        """
        update delivery
           set planned_at = now() - interval '%1$s',
               id = (lpad(to_hex((extract(epoch from now() - interval '%1$s') * 1000)::bigint),
                          12, '0') || '7000' || right(replace(id::text, '-', ''), 16))::uuid
         where lane = '%2$s'
        """
            .formatted(age, lane));
  }

  @Test
  void measuresItsLanes() {
    plan(MessageChannel.EMAIL, NEVER);

    await()
        .atMost(Stage.PATIENCE)
        .until(
            () -> given().get("/q/metrics").asString(),
            metrics ->
                has(metrics, "parceldesk_deliveries_waiting\\{.*lane=\"" + lane + "\".*} 1\\.0")
                    && has(metrics, "parceldesk_deliveries_breaker\\{.*carrier=\"sms:primary\".*"));
  }

  private static boolean has(String metrics, String line) {
    return metrics.lines().anyMatch(each -> each.matches(line));
  }

  private void plan(MessageChannel channel, Instant notAfter) {
    var planned = delivery(channel, notAfter, UUID.randomUUID().toString());
    transactions.runNew(() -> deliveries.plan(List.of(planned)));
  }

  private PlannedDelivery delivery(MessageChannel channel, Instant notAfter, String recipient) {
    return new PlannedDelivery(
        "/complaint-service",
        "event-" + number,
        "io.parceldesk.complaint-registered.v1",
        LONG_AGO,
        number,
        null,
        "rule@1",
        null,
        "CUSTOMER",
        channel,
        MessageClass.CRITICAL,
        recipient,
        "***",
        lane,
        null,
        LONG_AGO,
        notAfter,
        channel == MessageChannel.SMS ? 1 : null,
        new Message("nobody@example.com", "s", "t", "h"));
  }

  private List<Delivery> claim(int most) {
    return transactions.runNew(() -> deliveries.claim(lane, most, UUID.randomUUID()));
  }

  private void finish(Delivery delivery, Outcome outcome) {
    transactions.runNew(
        () -> {
          deliveries.finish(
              List.of(new FinishedAttempt(delivery, "test", LONG_AGO, LONG_AGO, outcome)));
          return null;
        });
  }

  private DeliveryView only() {
    var views = transactions.runNew(() -> log.ofCase(number, null));
    assertThat(views).hasSize(1);
    return views.get(0);
  }
}
