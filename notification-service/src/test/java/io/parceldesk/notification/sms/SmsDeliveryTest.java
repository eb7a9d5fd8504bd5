package io.parceldesk.notification.sms;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static io.parceldesk.notification.Stage.awaitSms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.SmsBehaviour;
import io.parceldesk.sandbox.servers.SmsBehaviour.Answer;
import io.parceldesk.sandbox.servers.SmsBehaviour.Receipt;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SmsDeliveryTest {
  private static final SmsBehaviour NORMAL = SmsBehaviour.normal();

  @Inject SealedContacts contacts;
  @Inject SmsReceipts receipts;
  @Inject SmsGateways gateways;

  private final String phone = Stage.phone();
  private final CaseEventData complaint = CaseEventData.complaint();

  @AfterEach
  void treatsEverybodyWellAgain() {
    TestServers.sms().treatAll(NORMAL);
  }

  @Test
  void matchesReceiptsThatNameTheMessageInDecimal() {
    TestServers.sms().treatAll(NORMAL.withDecimalReceipts());

    register();

    awaitStatus("DELIVERED");
    assertThat(Stage.smsTo(phone)).hasSize(1);
  }

  @Test
  void noticesThatAMessageCannotBeDelivered() {
    TestServers.sms().treatAll(NORMAL.receipting(Receipt.UNDELIVERABLE));

    register();

    assertThat(awaitStatus("UNDELIVERED").getString("items[0].reason")).contains("UNDELIV");
  }

  @Test
  void writesAnEMailInThePlaceOfWhatDidNotArriveOnce() {
    TestServers.sms().treatAll(NORMAL.receipting(Receipt.UNDELIVERABLE));
    var mailbox = "wang." + phone.substring(4) + "@example.com";
    register(contacts.of(phone, mailbox, "zh-CN", "Asia/Shanghai"));

    var told =
        awaitNotifications(complaint.number(), n -> "SENT".equals(n.getString("items[1].status")));
    TestServers.sms().treatAll(NORMAL);
    redeliver(told.getString("items[0].id")); // and now it arrives

    told = awaitStatus("DELIVERED");
    assertThat(told.getList("items.channel")).containsExactly("SMS", "EMAIL");
    assertThat(told.getString("items[1].fallbackOf")).isEqualTo(told.getString("items[0].id"));
    assertThat(TestServers.mails().mailsTo(mailbox)).hasSize(1);
    var mail = TestServers.mails().mailsTo(mailbox).get(0);
    assertThat(mail.subject()).isEqualTo("您的投诉 " + complaint.number() + " 已受理");
    assertThat(mail.html()).contains("投诉编号", complaint.number());
  }

  @Test
  void writesAnEMailAtOnceWhereThereIsNoMobileNumber() {
    var mailbox = "li." + phone.substring(4) + "@example.com";

    register(contacts.of("+862083771234", mailbox, "en", "Asia/Shanghai"));

    var told =
        awaitNotifications(complaint.number(), n -> "SENT".equals(n.getString("items[1].status")));
    assertThat(told.getList("items.status")).containsExactly("SUPPRESSED", "SENT");
    assertThat(TestServers.mails().mailsTo(mailbox).get(0).text()).startsWith("Dear customer,");
  }

  @Test
  void leavesAMessageAsSentUntilItsReceiptComes() {
    TestServers.sms().treatAll(NORMAL.receiptingAfter(Duration.ofSeconds(3)));

    register();

    awaitStatus("SENT");
    awaitStatus("DELIVERED");
  }

  @Test
  void settlesALostAnswerByTheReceipt() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.NONE));

    register();

    var told = awaitStatus("DELIVERED");
    assertThat(Stage.smsTo(phone)).hasSize(1);
    assertThat(told.getBoolean("items[0].possibleDuplicate")).isFalse();
    assertThat(told.getString("items[0].attempts[0].outcome")).isEqualTo("UNKNOWN");
  }

  @Test
  void sendsOnceMoreWhatNeitherAnswerNorReceiptTellsOf() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.NONE).receipting(Receipt.NONE));
    register();
    awaitStatus("UNKNOWN");
    TestServers.sms().treatAll(NORMAL);

    var told = awaitStatus("DELIVERED");

    assertThat(told.getBoolean("items[0].possibleDuplicate")).isTrue();
    assertThat(told.getList("items[0].attempts.outcome")).containsExactly("UNKNOWN", "SENT");
    // its first part came twice: phones put it where it was
    assertThat(Stage.smsTo(phone)).hasSize(1);
  }

  @Test
  void doesNotSendAThirdTime() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.LOST));
    register();

    var told =
        awaitNotifications(
            complaint.number(),
            n ->
                "UNKNOWN".equals(n.getString("items[0].status"))
                    && n.getList("items[0].attempts").size() == 2);
    Stage.passTime(complaint.number());

    assertThat(told.getBoolean("items[0].possibleDuplicate")).isTrue();
    // somebody else's message comes through, this one stays
    TestServers.sms().treatAll(NORMAL);
    var other = Stage.phone();
    Stage.send(
        Topics.COMPLAINT,
        "complaint-registered",
        CaseEventData.complaint().with(contacts.of(other)));
    awaitSms(other, 1);
    assertThat(Stage.smsTo(phone)).isEmpty();
  }

  @Test
  void waitsWhileThrottledAndLosesNothing() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.THROTTLED));
    var phones = registerAll(30);
    register();
    awaitStatus("PENDING");

    TestServers.sms().treatAll(NORMAL);

    phones.forEach(each -> assertThat(awaitSms(each, 1)).hasSize(1));
    // being throttled counts as no attempt
    assertThat(awaitStatus("DELIVERED").getList("items[0].attempts")).hasSize(1);
  }

  @Test
  void triesAgainWhenTheQueueIsFull() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.QUEUE_FULL));
    register();
    awaitNotifications(complaint.number(), n -> n.getList("items[0].attempts").size() == 1);
    TestServers.sms().treatAll(NORMAL);

    var told = awaitStatus("DELIVERED");

    assertThat(told.getInt("items[0].attempts[0].code")).isEqualTo(0x14);
    assertThat(told.getString("items[0].attempts[0].outcome")).isEqualTo("TRY_AGAIN");
  }

  @Test
  void givesUpOnANumberThatDoesNotExist() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.INVALID_DESTINATION));

    register();

    assertThat(awaitStatus("FAILED").getList("items[0].attempts")).hasSize(1);
  }

  @Test
  void movesToTheOtherGatewayWhileThePreferredOneIsThrottled() {
    TestServers.sms().treat("primary", NORMAL.answering(Answer.THROTTLED));

    register();

    assertThat(awaitSms(phone, 1).get(0).gateway()).isEqualTo("secondary");
  }

  @Test
  void movesTrafficAwayFromASlowGatewayAndBack() {
    TestServers.sms().treat("primary", NORMAL.answeringAfter(Duration.ofSeconds(2)));
    var early =
        Stream.generate(this::agree).limit(8).toList(); // as many time-outs open the breaker
    await().atMost(Stage.PATIENCE).until(() -> gatewayOf(agree()), "secondary"::equals);
    early.forEach(each -> awaitSms(each, 1));

    awaitPrimary();
  }

  /** One message tries it first, after its rest. */
  private void awaitPrimary() {
    TestServers.sms().treat("primary", NORMAL);
    await().atMost(Duration.ofSeconds(60)).until(() -> gatewayOf(agree()), "primary"::equals);
  }

  /** Nothing waits in the lane of the second one, so nothing else could show that it is well. */
  @Test
  void triesTheOtherGatewayAgainThoughItFailedBefore() {
    TestServers.sms().treatAll(NORMAL.answering(Answer.SYSTEM_ERROR));
    registerAll(20);
    await().atMost(Stage.PATIENCE).until(() -> breakersAre("TRYING", "RESTING"));

    TestServers.sms().treat("secondary", NORMAL);

    await().atMost(Duration.ofSeconds(40)).until(() -> gatewayOf(agree()), "secondary"::equals);
    awaitPrimary();
  }

  private boolean breakersAre(String... healths) {
    return gateways.carriers().stream()
        .allMatch(carrier -> List.of(healths).contains(carrier.health().name()));
  }

  private static String gatewayOf(String to) {
    return awaitSms(to, 1).get(0).gateway();
  }

  /** A message that fits into one segment. */
  private String agree() {
    var to = Stage.phone();
    Stage.send(
        Topics.CLAIMS,
        "claim-agreed",
        CaseEventData.of("CLAIM", "CLM")
            .with(contacts.of(to))
            .saying("\"agreed\": {\"amount\": \"8.00\", \"currency\": \"CNY\"}"));
    return to;
  }

  @Test
  void carriesWhatWaitsInTheLaneOfAGatewayThatIsGone() {
    register();
    var number = complaint.number();
    awaitStatus("DELIVERED");
    Stage.sql(
        """
        insert into delivery (event_source, event_id, event_type, event_at, case_number, rule,
          template, audience, channel, class, recipient, recipient_masked, lane, status,
          next_attempt_at, not_after, sms_parts, payload)
        select event_source, event_id || '-again', event_type, event_at, case_number, rule,
          template, audience, channel, class, recipient, recipient_masked, 'sms:dismissed',
          'PENDING', now(), now() + interval '1 h', sms_parts, payload
          from delivery where case_number = '%s'
        """
            .formatted(number));
    gateways.lookForOrphans(); // it does so now and then

    assertThat(awaitSms(phone, 2)).hasSize(2);
  }

  @Test
  void keepsTheLastWordOfReceiptsHoweverTheyCome() {
    TestServers.sms().treatAll(NORMAL.receipting(Receipt.NONE));
    register();
    var told = awaitStatus("SENT");
    var gateway = told.getString("items[0].parts[0].gateway");
    var first = told.getString("items[0].parts[0].messageId");
    var second = told.getString("items[0].parts[1].messageId");

    receipts.store(gateway, receipt(second, false));
    awaitStatus("UNDELIVERED");
    receipts.store(gateway, receipt(first, true)); // out of order
    receipts.store(gateway, receipt(second, true)); // corrected by a later one
    awaitStatus("DELIVERED");
    receipts.store(gateway, receipt(second, false)); // what has arrived stays so
    receipts.store(gateway, receipt(first, true)); // told twice
    receipts.store(gateway, receipt("ffffffffff", true)); // of nobody's message

    await()
        .atMost(Stage.PATIENCE)
        .until(
            () ->
                Stage.count(
                        "select count(*) from sms_receipt where next_match_at is null"
                            + " and message_id in ('%s', '%s')".formatted(first, second))
                    == 5);
    var last = Stage.notifications(complaint.number());
    assertThat(last.getString("items[0].status")).isEqualTo("DELIVERED");
    assertThat(last.getList("items[0].parts.receipt")).containsOnly("DELIVERED");
  }

  private io.parceldesk.notification.sms.Receipt receipt(String id, boolean delivered) {
    return new io.parceldesk.notification.sms.Receipt(
        id, phone.substring(1), null, delivered, delivered ? "000" : "UNDELIV 001");
  }

  @Test
  void bindsAgainAfterALostConnection() {
    TestServers.sms().halt();
    register();
    awaitStatus("PENDING");
    TestServers.sms().resume();

    awaitStatus("DELIVERED");

    assertThat(Stage.smsTo(phone)).hasSize(1);
  }

  @Test
  void putsEveryMessageOfAStormThroughOnce() {
    var phones = registerAll(300);

    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> phones.stream().allMatch(each -> Stage.smsTo(each).size() == 1));
  }

  private List<String> registerAll(int count) {
    var phones = Stream.generate(Stage::phone).limit(count).toList();
    Stage.sendAll(
        Topics.COMPLAINT,
        phones.stream()
            .map(each -> CaseEventData.complaint().with(contacts.of(each)))
            .map(each -> Stage.event("complaint-registered", each))
            .toList());
    return phones;
  }

  private void register() {
    register(contacts.of(phone));
  }

  private void register(String contact) {
    Stage.send(Topics.COMPLAINT, "complaint-registered", complaint.with(contact));
  }

  private static void redeliver(String id) {
    Stage.as("supervisor").post("/api/v1/deliveries/" + id + "/redelivery").then().statusCode(200);
  }

  private JsonPath awaitStatus(String status) {
    return awaitNotifications(
        complaint.number(), told -> status.equals(told.getString("items[0].status")));
  }
}
