package io.parceldesk.notification.mail;

import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Carriers;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.RetrySchedule;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The company's mail server. A mail that is sent again carries the same Message-ID, so that a
 * mailbox recognises it.
 */
@ApplicationScoped
class MailCarrier implements Carrier, Carriers {
  private static final int WINDOW = 4;
  private static final RetrySchedule LATER =
      RetrySchedule.of("PT30S", "PT2M", "PT10M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H");

  private final Mailer mailer;
  private final String domain;
  private final Breaker breaker =
      new Breaker(5, Duration.ofSeconds(2), Duration.ofMinutes(1), Clock.systemUTC());

  MailCarrier(Mailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
    this.mailer = mailer;
    this.domain = from.replaceAll("^.*@|>.*$", "");
  }

  @Override
  public List<Carrier> carriers() {
    return List.of(this);
  }

  @Override
  public String name() {
    return MessageChannel.EMAIL.lane();
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public List<String> lanes() {
    return List.of(MessageChannel.EMAIL.lane());
  }

  @Override
  public int room(String lane) {
    return breaker.room(WINDOW * 2);
  }

  @Override
  public Health health() {
    return breaker.health();
  }

  @Override
  public Outcome carry(Delivery delivery) {
    try {
      mailer.send(mail(delivery));
      breaker.succeeded();
      return Outcome.sent(250);
    } catch (RuntimeException e) {
      return reply(e).map(r -> refused(r, delivery)).orElseGet(() -> unreachable(e, delivery));
    }
  }

  private Mail mail(Delivery delivery) {
    var message = delivery.message();
    return Mail.withHtml(message.address(), message.subject(), message.html())
        .setText(message.text())
        .addHeader("Message-ID", "<" + delivery.id() + "@" + domain + ">")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  /** What the server said, if it was the server that refused. */
  private static Optional<SMTPException> reply(Throwable e) {
    return Stream.iterate(e, t -> t != null, Throwable::getCause)
        .filter(SMTPException.class::isInstance)
        .map(SMTPException.class::cast)
        .findFirst();
  }

  private Outcome refused(SMTPException reply, Delivery delivery) {
    breaker.succeeded(); // it answers
    var error = "the mail server answered " + reply.getReplyCode();
    return reply.isPermanent()
        ? Outcome.refused(reply.getReplyCode(), error)
        : later(reply.getReplyCode(), error, delivery);
  }

  private Outcome unreachable(RuntimeException e, Delivery delivery) {
    breaker.failed();
    return later(null, "the mail server was not reached: " + kindOf(e), delivery);
  }

  /** The innermost cause by its kind: its text may quote the recipient. */
  private static String kindOf(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }

  private static Outcome later(Integer code, String error, Delivery delivery) {
    return LATER
        .after(delivery.attempt(), ThreadLocalRandom.current())
        .map(pause -> Outcome.tryAgain(code, error, pause))
        .orElseGet(() -> Outcome.refused(code, error));
  }
}
