package io.parceldesk.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.notification.RefusalReplied;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.DeliverSm;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RepliesTest {
  @Inject Replies replies;
  @Inject Heard heard;

  @Test
  void understandsARefusal() {
    replies.take("primary", reply("8613712345678", " r\n", (byte) 0));
    replies.take("primary", reply("+8613712345679", "退订", (byte) 8));
    replies.take("primary", reply("8613712345670", "谢谢", (byte) 8));

    assertThat(heard.refusals())
        .contains(
            new RefusalReplied(new Phone("+8613712345678", null)),
            new RefusalReplied(new Phone("+8613712345679", null)))
        .doesNotContain(new RefusalReplied(new Phone("+8613712345670", null)));
  }

  private static DeliverSm reply(String from, String words, byte coding) {
    var pdu = new DeliverSm();
    pdu.setSourceAddr(from);
    pdu.setDataCoding(coding);
    pdu.setShortMessage(
        words.getBytes(coding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII));
    return pdu;
  }

  /** What was understood. */
  @ApplicationScoped
  static class Heard {
    private final List<RefusalReplied> refusals = new CopyOnWriteArrayList<>();

    List<RefusalReplied> refusals() {
      return refusals;
    }

    void hear(@Observes RefusalReplied refusal) {
      refusals.add(refusal);
    }
  }
}
