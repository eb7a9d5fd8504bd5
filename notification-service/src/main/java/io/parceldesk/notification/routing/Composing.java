package io.parceldesk.notification.routing;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.MailLayout;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Puts a message into words. */
@ApplicationScoped
class Composing {
  private static final String REFUSAL = "拒收请回复R";

  private final WordingRepository wordings;
  private final Vocabulary vocabulary;
  private final WebhookBody webhooks;
  private final String signature;

  Composing(
      WordingRepository wordings, Vocabulary vocabulary, WebhookBody webhooks, SmsConfig config) {
    this.wordings = wordings;
    this.vocabulary = vocabulary;
    this.webhooks = webhooks;
    this.signature = SmsText.signature(config.signature());
  }

  /** {@code template} and {@code smsParts} are null where there are none. */
  record Composed(Message message, String template, Integer smsParts) {}

  Composed compose(RoutingRule rule, Happening happening, Recipient to, String outletName) {
    if (to.channel() == MessageChannel.WEBHOOK) {
      return new Composed(
          new Message(to.address(), null, webhooks.of(happening), null), null, null);
    }
    var locale = wording(rule.message(), to.channel(), to.locale()).id().locale();
    var values = vocabulary.values(happening, outletName, locale, to.quietTime().zone());
    var composed = compose(rule.message(), to.channel(), to.locale(), values, to.address());
    return rule.messageClass() == MessageClass.MARKETING && to.channel() == MessageChannel.SMS
        ? refusable(composed)
        : composed;
  }

  /** The words for whoever is written to. */
  Composed compose(
      String key,
      MessageChannel channel,
      String locale,
      Map<String, Object> values,
      String address) {
    var wording = wording(key, channel, locale);
    try {
      return channel == MessageChannel.SMS
          ? sms(wording, values, address)
          : mail(wording, values, address);
    } catch (TemplateException | IllegalArgumentException e) {
      throw unsayable(wording.id().toString());
    }
  }

  private Wording wording(String key, MessageChannel channel, String locale) {
    return wordings.find(key, channel, locale).orElseThrow(() -> unsayable(key));
  }

  /** Buried with its event, so that words that somebody spoiled hold nobody else up. */
  private static DomainException unsayable(String words) {
    return new DomainException(422, "no-words", "The message " + words + " cannot be put in words");
  }

  /** A commercial message says how to refuse the next one (REG-12). */
  private static Composed refusable(Composed composed) {
    var message = composed.message();
    var text = new SmsText(message.text() + REFUSAL);
    return new Composed(
        new Message(message.address(), null, text.text(), null),
        composed.template(),
        text.segments());
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
