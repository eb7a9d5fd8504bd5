package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.servers.SmsBehaviour;
import io.parceldesk.sandbox.servers.SmsBehaviour.Answer;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PrivacyTest {
  @Inject SealedContacts contacts;

  private final Lines lines = new Lines();

  @BeforeEach
  void listens() {
    LogManager.getLogManager().getLogger("").addHandler(lines);
  }

  @AfterEach
  void listensNoMore() {
    LogManager.getLogManager().getLogger("").removeHandler(lines);
    TestServers.sms().treatAll(SmsBehaviour.normal());
  }

  @Test
  void saysNothingOfPeopleInLogsAndTables() {
    var phone = Stage.phone();
    var outletsPhone = Stage.phone();
    var email = "secret." + outletsPhone.substring(4) + "@example.com";
    var outlet = Stage.outlet(outletsPhone, email);
    var complaint =
        CaseEventData.complaint()
            .of(outlet)
            .with(contacts.of(phone))
            .saying("\"level\": 2, \"trigger\": \"REQUEST\"");
    TestServers.sms().treatAll(SmsBehaviour.normal().answering(Answer.INVALID_DESTINATION));
    TestServers.mails().halt();
    try {
      Stage.send(Topics.COMPLAINT, "complaint-escalated", complaint);
      Stage.awaitNotifications(
          complaint.number(),
          told -> told.getList("items.findAll { it.attempts.size() > 0 }").size() == 3);
    } finally {
      TestServers.mails().resume();
    }

    assertThat(lines.told)
        .noneMatch(line -> line.contains(phone.substring(3)))
        .noneMatch(line -> line.contains(outletsPhone.substring(3)))
        .noneMatch(line -> line.contains(email))
        .noneMatch(line -> line.contains("王小明"));
    var shown = Stage.notifications(complaint.number()).prettify();
    assertThat(shown).doesNotContain(phone.substring(3), outletsPhone.substring(3), email);
  }

  private static final class Lines extends Handler {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      told.add(new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      told.clear();
    }
  }
}
