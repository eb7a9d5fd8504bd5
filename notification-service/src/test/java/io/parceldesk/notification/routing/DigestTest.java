package io.parceldesk.notification.routing;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static io.parceldesk.notification.Stage.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.Mail;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DigestTest {
  private static final int ALONE = 10; // as the shipped rules say

  @Inject SealedContacts contacts;
  @Inject Digests digests;

  private final String phone = phone();
  private final String email = "storm." + phone.substring(4) + "@example.com";

  @Test
  void tellsAStormInOneMessagePerChannel() {
    var outlet = Stage.outlet(phone, email);
    var complaints = escalations(outlet, 40);
    storm(complaints, 3);

    awaitSent(outlet, ALONE);
    awaitCollected(outlet, 2 * (40 - ALONE));
    closeDigests(outlet);
    awaitSent(outlet, ALONE + 1);

    var mail = mails().get(ALONE);
    assertThat(mail.subject()).isEqualTo("30条提醒，涉及30个案件：投诉升级30条");
    assertThat(mail.html()).contains("路路通广州天河");
    // every case is told once: by itself, or in the digest's list
    var texts = mails().stream().map(Mail::text).toList();
    assertThat(complaints)
        .allSatisfy(
            complaint ->
                assertThat(texts.stream().filter(t -> t.contains(complaint.number())).count())
                    .isEqualTo(1));
    showsTheDigestOf(complaints, mail.text());
  }

  @Test
  void letsASingleAlertSpeakForItself() {
    var outlet = Stage.outlet(phone, email);
    storm(escalations(outlet, ALONE + 1), 1);
    awaitCollected(outlet, 2);

    closeDigests(outlet);

    awaitSent(outlet, ALONE + 1);
    assertThat(mails()).allMatch(mail -> mail.subject().contains("已升级至"));
    opensAnotherDigestForWhatComesNow(outlet);
  }

  /** Nothing joins a digest that has been told. */
  private static void opensAnotherDigestForWhatComesNow(String outlet) {
    storm(escalations(outlet, 1), 1);
    awaitCollected(outlet, 2);
    assertThat(
            Stage.count(
                "select count(*) from digest g join delivery d on d.digest = g.id"
                    + " where d.outlet = '%s' and g.closed_at is null".formatted(outlet)))
        .isEqualTo(2);
  }

  @Test
  void neverHoldsCriticalMessagesBack() {
    var outlet = Stage.outlet(phone, email);
    storm(escalations(outlet, ALONE + 2), 1);
    awaitCollected(outlet, 4);
    var statutory = CaseEventData.complaint().of(outlet).breached("STATUTORY");

    Stage.send(Topics.COMPLAINT, "deadline-breached", statutory);

    awaitNotifications(
        statutory.number(),
        told -> told.getList("items.findAll { it.sentAt != null }").size() == 2);
  }

  @Test
  void leavesOutWhatIsTooMuchForACustomer() {
    var closed =
        Stream.generate(CaseEventData::complaint)
            .limit(ALONE + 3)
            .map(complaint -> complaint.with(contacts.of(phone)))
            .toList();

    Stage.sendAll(
        Topics.COMPLAINT,
        closed.stream().map(each -> Stage.event("complaint-closed", each)).toList());

    await()
        .atMost(Stage.PATIENCE)
        .until(() -> statuses(closed).filter("SUPPRESSED"::equals).count() == 3);
    assertThat(statuses(closed)).hasSize(ALONE + 3);
  }

  private static Stream<String> statuses(List<CaseEventData> cases) {
    return cases.stream()
        .flatMap(
            each -> Stage.notifications(each.number()).<String>getList("items.status").stream());
  }

  private static List<CaseEventData> escalations(String outlet, int count) {
    return Stream.generate(CaseEventData::complaint)
        .limit(count)
        .map(c -> c.of(outlet).saying("\"level\": 2, \"trigger\": \"REPEAT\""))
        .toList();
  }

  /** Each event so many times, as after a rebalance of the consumers. */
  private static void storm(List<CaseEventData> complaints, int times) {
    var events = complaints.stream().map(c -> Stage.event("complaint-escalated", c)).toList();
    IntStream.range(0, times).forEach(again -> Stage.sendAll(Topics.COMPLAINT, events));
  }

  /** So many by SMS and by e-mail. */
  private void awaitSent(String outlet, int count) {
    var sent =
        "select count(*) from delivery where outlet = '%s' and channel = 'SMS'"
            + " and status in ('SENT', 'DELIVERED')";
    await()
        .atMost(Stage.PATIENCE)
        .until(() -> mails().size() == count && Stage.count(sent.formatted(outlet)) == count);
  }

  private static void awaitCollected(String outlet, int count) {
    await()
        .atMost(Stage.PATIENCE)
        .until(
            () ->
                Stage.count(
                        "select count(*) from delivery where outlet = '%s' and digest is not null"
                            .formatted(outlet))
                    == count);
  }

  /** As if their time were over; several replicas close at once. */
  private void closeDigests(String outlet) {
    Stage.sql(
        """
        update digest set closes_at = now()
         where id in (select digest from delivery where outlet = '%s')
        """
            .formatted(outlet));
    IntStream.range(0, 8).parallel().forEach(replica -> digests.closeNext());
  }

  /** Which ones it tells depends on the order in which the partitions are read. */
  private void showsTheDigestOf(List<CaseEventData> complaints, String text) {
    var one =
        complaints.stream()
            .map(CaseEventData::number)
            .filter(text::contains)
            .findFirst()
            .orElseThrow();
    var told =
        awaitNotifications(one, n -> n.getList("items.digest").stream().anyMatch(d -> d != null));
    var digest = told.getString("items.find { it.digest != null && it.channel == 'SMS' }.digest");
    assertThat(told.getList("items.find { it.id == '" + digest + "' }.cases"))
        .hasSize(30)
        .contains(one);
    assertThat(told.getString("items.find { it.id == '" + digest + "' }.event"))
        .isEqualTo("notification-digest");
  }

  private List<Mail> mails() {
    return TestServers.mails().mailsTo(email);
  }
}
