package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailServerTest {
  @Test
  void showsBothPartsOfAMailToEachOfItsRecipients() throws MessagingException {
    try (var server = MailServer.start(0)) {
      send(server, "gz01@example.com", "gz02@example.com");

      assertThat(server.mails()).hasSize(2);
      assertThat(server.mailsTo("gz02@example.com"))
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo("投诉升级");
                assertThat(mail.from()).isEqualTo("desk@example.com");
                assertThat(mail.text()).isEqualTo("请处理");
                assertThat(mail.html()).isEqualTo("<p>请处理</p>");
              });
    }
  }

  @Test
  void comesBackAtTheSamePortAfterAnOutage() throws MessagingException {
    try (var server = MailServer.start(0)) {
      server.halt();
      server.resume();

      send(server, "gz01@example.com");

      assertThat(server.mails()).hasSize(1);
    }
  }

  private static void send(MailServer server, String... recipients) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", Loopback.HOST);
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("desk@example.com");
    for (var recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject("投诉升级", "UTF-8");
    message.setContent(
        new MimeMultipart("alternative", part("请处理", "plain"), part("<p>请处理</p>", "html")));
    Transport.send(message);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    return part;
  }
}
