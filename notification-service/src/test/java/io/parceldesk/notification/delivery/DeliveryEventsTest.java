package io.parceldesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.FinishedAttempt;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.PlannedDelivery.Links;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the services that have the cases learn of the messages about them. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeliveryEventsTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  @Inject DeliveryRepository deliveries;
  @Inject Transactions transactions;

  private final String lane = "lane-" + UUID.randomUUID();
  private final String number =
      CaseNumber.of(
              CaseKind.COMPLAINT,
              LONG_AGO,
              ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000))
          .text();

  @Test
  void tellOfAnSmsAsTheReceiptsDo() {
    var phone = Stage.phone();
    var outlet = Stage.outlet(phone, "desk@example.com");
    var breached = CaseEventData.complaint().of(outlet).breached("STATUTORY");
    Stage.send(Topics.COMPLAINT, "deadline-breached", breached);

    var told = awaitTold(breached.number(), "DELIVERED");

    assertThat(told.getString("about.kind")).isEqualTo("COMPLAINT");
    assertThat(told.getString("eventType")).isEqualTo("deadline-breached");
    assertThat(told.getString("recipient")).isEqualTo("OUTLET");
    assertThat(told.getString("outlet")).isEqualTo(outlet);
    assertThat(told.getString("channel")).isEqualTo("SMS");
    assertThat(told.getString("template")).startsWith("deadline-breached.outlet/zh-CN@");
    assertThat(told.getString("sentAt")).isNotNull();
    assertThat(records(breached.number()))
        .allSatisfy(
            record ->
                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .doesNotContain(phone, phone.substring(3), "desk@example.com"));
  }

  @Test
  void tellWhatABatchOfAttemptsCameTo() {
    plan(Links.NONE, number);
    plan(Links.NONE, number);
    plan(Links.NONE, number);
    var claimed = claim(3);

    finish(
        List.of(
            attempt(claimed.get(0), Outcome.sent(250)),
            attempt(claimed.get(1), Outcome.refused(550, "no such mailbox")),
            attempt(claimed.get(2), Outcome.postponed())));
    finish(List.of(attempt(claimed.get(0), Outcome.sent(250)))); // the lease has ended

    var told = TestEvents.await(Topics.NOTIFICATION, number, all -> all.size() == 2);
    assertThat(told)
        .extracting(record -> json(record).getString("state"))
        .containsExactlyInAnyOrder("SENT", "FAILED");
    assertThat(told)
        .extracting(record -> TestEvents.header(record, "ce_caseseq"))
        .containsExactly("1", "2");
  }

  @Test
  void tellOfWhatIsTooLate() {
    var planned = delivery(Links.NONE, number, LONG_AGO, UUID.randomUUID().toString());
    transactions.runNew(() -> deliveries.plan(List.of(planned)));

    assertThat(claim(1)).isEmpty();

    assertThat(awaitTold(number, "EXPIRED").getString("sentAt")).isNull();
  }

  @Test
  void tellOfWhatADigestTold() {
    var digest = // made by the database, an id begins with the time
        UUID.fromString("0193a000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24));
    transactions.runNew(
        () ->
            deliveries.plan(
                List.of(
                    delivery(Links.NONE, number, NEVER, "told").toldBy(digest),
                    delivery(new Links(digest, null, null, null, null), null, NEVER, "digest"))));

    finish(List.of(attempt(claim(1).get(0), Outcome.sent(250))));

    assertThat(awaitTold(number, "SENT").getString("message")).isNotEqualTo(digest.toString());
  }

  @Test
  void staySilentAboutACaseThatIsNone() {
    plan(Links.NONE, "nonsense");

    finish(List.of(attempt(claim(1).get(0), Outcome.sent(250))));

    assertThat(Stage.count("select count(*) from case_stream where number = 'nonsense'")).isZero();
  }

  private void plan(Links links, String caseNumber) {
    var planned = delivery(links, caseNumber, NEVER, UUID.randomUUID().toString());
    transactions.runNew(() -> deliveries.plan(List.of(planned)));
  }

  private PlannedDelivery delivery(
      Links links, String caseNumber, Instant notAfter, String recipient) {
    return new PlannedDelivery(
        "/complaint-service",
        "event-" + lane,
        "io.parceldesk.complaint-assigned.v1",
        LONG_AGO,
        caseNumber,
        null,
        "rule@1",
        "complaint-assigned.outlet/zh-CN@1",
        "OUTLET",
        MessageChannel.EMAIL,
        MessageClass.CRITICAL,
        recipient,
        "***",
        lane,
        null,
        LONG_AGO,
        notAfter,
        null,
        new Message("nobody@example.com", "s", "t", "h"),
        links);
  }

  private List<Delivery> claim(int most) {
    return transactions.runNew(() -> deliveries.claim(lane, most, UUID.randomUUID()));
  }

  private void finish(List<FinishedAttempt> attempts) {
    transactions.runNew(
        () -> {
          deliveries.finish(attempts);
          return null;
        });
  }

  private static FinishedAttempt attempt(Delivery delivery, Outcome outcome) {
    return new FinishedAttempt(delivery, "test", LONG_AGO, LONG_AGO, outcome);
  }

  private static JsonPath awaitTold(String number, String state) {
    return TestEvents.await(
            Topics.NOTIFICATION,
            number,
            all -> all.stream().anyMatch(record -> json(record).getString("state").equals(state)))
        .stream()
        .map(DeliveryEventsTest::json)
        .filter(told -> told.getString("state").equals(state))
        .findFirst()
        .orElseThrow();
  }

  private static List<ConsumerRecord<String, byte[]>> records(String number) {
    return TestEvents.await(Topics.NOTIFICATION, number, all -> !all.isEmpty());
  }

  private static JsonPath json(ConsumerRecord<String, byte[]> record) {
    return JsonPath.from(new String(record.value(), StandardCharsets.UTF_8));
  }
}
