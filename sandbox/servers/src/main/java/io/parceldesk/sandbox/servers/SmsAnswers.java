package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.OptionalParameter;

/** A session's sender that can hold back the responses to submits, or leave them out. */
final class SmsAnswers extends SynchronizedPDUSender {
  private final ScheduledExecutorService later;
  private final Map<String, SmsBehaviour> special = new ConcurrentHashMap<>();

  SmsAnswers(ScheduledExecutorService later) {
    super(new DefaultPDUSender());
    this.later = later;
  }

  void treat(String messageId, SmsBehaviour behaviour) {
    if (behaviour.answer().silent() || !behaviour.answerAfter().isZero()) {
      special.put(messageId, behaviour);
    }
  }

  @Override
  public byte[] sendSubmitSmResp(
      OutputStream out, int sequenceNumber, String messageId, OptionalParameter... parameters)
      throws PDUStringException, IOException {
    var behaviour = special.remove(messageId);
    if (behaviour == null) {
      return now(out, sequenceNumber, messageId, parameters);
    }
    if (!behaviour.answer().silent()) {
      after(behaviour.answerAfter(), () -> now(out, sequenceNumber, messageId, parameters));
    }
    return new byte[0];
  }

  private synchronized byte[] now(
      OutputStream out, int sequenceNumber, String messageId, OptionalParameter... parameters)
      throws PDUStringException, IOException {
    return super.sendSubmitSmResp(out, sequenceNumber, messageId, parameters);
  }

  private void after(Duration delay, Sending sending) {
    later.schedule(
        () -> {
          try {
            sending.send();
          } catch (PDUStringException | IOException e) {
            return; // the client has gone meanwhile, as clients of slow servers do
          }
        },
        delay.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private interface Sending {
    byte[] send() throws PDUStringException, IOException;
  }
}
