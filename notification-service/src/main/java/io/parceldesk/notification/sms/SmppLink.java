package io.parceldesk.notification.sms;

import io.parceldesk.notification.SmsConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;

/** Keeps one account bound as transceiver, and binds again with growing pauses when it is lost. */
final class SmppLink implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmppLink.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A link that has gone silent is noticed within this. */
  private static final int ENQUIRE_LINK_MILLIS = 15_000;

  private final String name;
  private final SmsConfig.Gateway account;
  private final Duration answerWithin;
  private final MessageReceiverListener receipts;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread keeper;
  private volatile SMPPSession session;

  SmppLink(
      String name,
      SmsConfig.Gateway account,
      Duration answerWithin,
      MessageReceiverListener receipts) {
    this.name = name;
    this.account = account;
    this.answerWithin = answerWithin;
    this.receipts = receipts;
    this.keeper = new Thread(this::keepBound, "smpp-" + name);
  }

  void open() {
    keeper.setDaemon(true);
    keeper.start();
  }

  Optional<SMPPSession> session() {
    return Optional.ofNullable(session).filter(s -> s.getSessionState().isTransmittable());
  }

  @Override
  public void close() {
    closing.countDown();
    Optional.ofNullable(session).ifPresent(SMPPSession::unbindAndClose);
  }

  private void keepBound() {
    try {
      var pause = FIRST_PAUSE;
      do {
        pause = bindUntilLost() ? FIRST_PAUSE : longer(pause);
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when the bind did not succeed in the first place. */
  private boolean bindUntilLost() throws InterruptedException {
    var lost = new CountDownLatch(1);
    var fresh = new SMPPSession();
    fresh.setTransactionTimer(answerWithin.toMillis());
    fresh.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
    fresh.setMessageReceiverListener(receipts);
    fresh.addSessionStateListener(
        (state, previous, source) -> {
          if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
            lost.countDown();
          }
        });
    try {
      fresh.connectAndBind(account.host(), account.port(), bind());
    } catch (IOException e) {
      LOG.warnf("SMS gateway %s cannot be bound: %s", name, e.getMessage());
      fresh.close();
      return false;
    }
    session = fresh;
    LOG.infof("SMS gateway %s is bound", name);
    lost.await();
    LOG.infof("SMS gateway %s is no longer bound", name);
    return true;
  }

  private BindParameter bind() {
    return new BindParameter(
        BindType.BIND_TRX,
        account.systemId(),
        account.password(),
        null,
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
