package io.parceldesk.notification.mail;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MailDeliveryTest {
  private final String phone = Stage.phone();
  private final String address = "desk." + phone.substring(4) + "@example.com";

  @Test
  void sendsAgainWhatTheServerDidNotTakeUnderTheSameId() {
    var outlet = Stage.outlet(phone, address);
    var complaint = CaseEventData.complaint().of(outlet).breached("STATUTORY");
    TestServers.mails().halt();
    try {
      Stage.send(Topics.COMPLAINT, "deadline-breached", complaint);
      var failed =
          awaitNotifications(
              complaint.number(),
              told ->
                  told.getList("items.findAll { it.channel == 'EMAIL' && it.attempts.size() > 0 }")
                          .size()
                      == 1);
      assertThat(failed.getString("items.find { it.channel == 'EMAIL' }.attempts[0].outcome"))
          .isEqualTo("TRY_AGAIN");
    } finally {
      TestServers.mails().resume();
    }

    Stage.passTime(complaint.number());

    var mail =
        await()
            .atMost(Stage.PATIENCE.multipliedBy(2)) // its lane may rest after failures of others
            .until(() -> TestServers.mails().mailsTo(address), mails -> mails.size() == 1)
            .get(0);
    var id =
        Stage.notifications(complaint.number())
            .getString("items.find { it.channel == 'EMAIL' }.id");
    assertThat(mail.messageId()).isEqualTo("<" + id + "@lulutong.example.com>");
    assertThat(mail.subject()).contains(complaint.number(), "办结时限已过");
    assertThat(mail.text()).contains("时限：办结").doesNotContain(complaint.waybill());
    assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains(complaint.number());
  }
}
