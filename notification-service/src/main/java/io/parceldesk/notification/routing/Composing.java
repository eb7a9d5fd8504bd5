package io.parceldesk.notification.routing;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.MailLayout;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Puts a message into words. */
@ApplicationScoped
class Composing {
  private final WordingRepository wordings;
  private final Vocabulary vocabulary;
  private final WebhookBody webhooks;
  private final String signature;

  Composing(
      WordingRepository wordings, Vocabulary vocabulary, WebhookBody webhooks, SmsConfig config) {
    this.wordings = wordings;
    this.vocabulary = vocabulary;
    this.webhooks = webhooks;
    this.signature = "【" + config.signature() + "】";
  }

  /** {@code template} and {@code smsParts} are null where there are none. */
  record Composed(Message message, String template, Integer smsParts) {}

  Composed compose(RoutingRule rule, Happening happening, Recipient to, String outletName) {
    if (to.channel() == MessageChannel.WEBHOOK) {
      return new Composed(
          new Message(to.address(), null, webhooks.of(happening), null), null, null);
    }
    var wording =
        wordings
            .find(rule.message(), to.channel(), to.locale())
            .orElseThrow(() -> unsayable(rule.message()));
    var values =
        vocabulary.values(happening, outletName, wording.id().locale(), to.quietTime().zone());
    try {
      return to.channel() == MessageChannel.SMS
          ? sms(wording, values, to.address())
          : mail(wording, values, to.address());
    } catch (TemplateException | IllegalArgumentException e) {
      throw unsayable(wording.id().toString());
    }
  }

  /** Buried with its event, so that words that somebody spoiled hold nobody else up. */
  private static DomainException unsayable(String words) {
    return new DomainException(422, "no-words", "The message " + words + " cannot be put in words");
  }

  private Composed sms(Wording wording, Map<String, Object> values, String address) {
    var text = new SmsText(signature + wording.body(values));
    return new Composed(
        new Message(address, null, text.text(), null), wording.id().toString(), text.segments());
  }

  private static Composed mail(Wording wording, Map<String, Object> values, String address) {
    var subject = wording.subject(values);
    var text = wording.body(values);
    var own = wording.html(values);
    var html = own == null ? MailLayout.html(wording.id().locale(), subject, text) : own;
    return new Composed(new Message(address, subject, text, html), wording.id().toString(), null);
  }
}
