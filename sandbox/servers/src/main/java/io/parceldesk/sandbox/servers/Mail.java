package io.parceldesk.sandbox.servers;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/**
 * An e-mail as its recipient would see it.
 *
 * @param to the recipient it was delivered to
 * @param text the plain part, or null
 * @param html the HTML part, or null
 */
public record Mail(
    String messageId,
    String from,
    String to,
    String subject,
    String text,
    String html,
    Instant receivedAt) {

  static Mail of(MimeMessage message, String to, Instant receivedAt) {
    try {
      return new Mail(
          message.getMessageID(),
          message.getFrom() == null ? null : message.getFrom()[0].toString(),
          to,
          message.getSubject(),
          part(message, "text/plain"),
          part(message, "text/html"),
          receivedAt);
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("an unreadable mail", e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.getContentType().toLowerCase(Locale.ROOT).startsWith(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        var found = part(inner, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
