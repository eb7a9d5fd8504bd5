package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/**
 * A short message service centre that speaks SMPP 3.4 on one port, with an account for each system
 * id. It keeps every message for whoever wants to look, and can be told to misbehave.
 */
public final class SmsCentre implements AutoCloseable {
  private static final int BIND_MILLIS = 5_000;
  private static final int PROCESSORS = 8;
  private static final int QUEUE = 1_000; // a client's window fits in

  private final int port;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, SmsAccount> accounts = new LinkedHashMap<>();
  private final AtomicLong lastMessageId;
  private final SmsAssembly assembly = new SmsAssembly();
  private final Received<Sms> messages = new Received<>();
  private final ExecutorService connections = Executors.newCachedThreadPool(SmsCentre::thread);
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(4, SmsCentre::thread);
  private volatile ServerSocket listening;

  /**
   * @param port 0 picks a free one
   * @param passwords by system id
   */
  public record Settings(int port, Map<String, String> passwords) {
    /** Two gateways, named and with passwords as in the sandbox. */
    public static Settings on(int port) {
      return new Settings(port, Map.of("primary", "primary", "secondary", "second"));
    }
  }

  public static SmsCentre start(Settings settings) {
    QuietLogs.arrange();
    var port = settings.port() == 0 ? Loopback.freePort() : settings.port();
    Loopback.requireFree(port, "the SMS centre");
    var centre = new SmsCentre(port, settings.passwords());
    centre.resume();
    return centre;
  }

  private SmsCentre(int port, Map<String, String> passwords) {
    this.port = port;
    passwords.forEach((id, password) -> accounts.put(id, new SmsAccount(id, password)));
    // so that ids do not come again after a restart
    lastMessageId = new AtomicLong(clock.millis() << 8);
  }

  public int port() {
    return port;
  }

  /** Every message that is complete, oldest first. */
  public List<Sms> messages() {
    return messages.all();
  }

  /** Those to one number, oldest first. */
  public List<Sms> messagesTo(String destination) {
    return messages().stream().filter(sms -> sms.destination().equals(destination)).toList();
  }

  public void clear() {
    messages.clear();
  }

  /** How a client is treated from now on. */
  public void treat(String systemId, SmsBehaviour behaviour) {
    accounts.get(systemId).behaviour = behaviour;
  }

  /** How all clients are treated from now on. */
  public void treatAll(SmsBehaviour behaviour) {
    accounts.values().forEach(account -> account.behaviour = behaviour);
  }

  /** Drops the connections of a client; it may bind again. */
  public void disconnect(String systemId) {
    accounts.get(systemId).disconnect();
  }

  /** Drops all connections and refuses new ones. */
  public void halt() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accounts.values().forEach(SmsAccount::disconnect);
  }

  /** Listens again, at the same port. */
  public void resume() {
    try {
      listening = new ServerSocket(port, 50, Loopback.address());
      connections.submit(this::acceptConnections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    halt();
    later.shutdownNow();
    connections.shutdownNow();
  }

  private void acceptConnections() {
    var socket = listening;
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        connections.submit(() -> serve(client));
      } catch (IOException e) {
        continue; // the socket was closed, which ends the loop, or the client has gone again
      }
    }
  }

  private void serve(Socket client) {
    try {
      var answers = new SmsAnswers(later);
      var connection = new SocketConnection(client);
      connection.setSoTimeout(BIND_MILLIS);
      SubmitOnly ear = (submit, session) -> accept(submit, session, answers);
      var session =
          new SMPPServerSession(
              connection, null, ear, null, PROCESSORS, QUEUE, answers, new DefaultPDUReader());
      bind(session, session.waitForBind(BIND_MILLIS));
    } catch (IOException | TimeoutException | PDUStringException e) {
      return; // a client that does not bind is none
    }
  }

  private void bind(SMPPServerSession session, BindRequest request)
      throws IOException, PDUStringException {
    var account = accounts.get(request.getSystemId());
    if (account == null || !account.password.equals(request.getPassword())) {
      request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
      session.close();
      return;
    }
    session.addSessionStateListener(
        (state, previous, source) -> {
          if (!state.isBound()) {
            account.remove(session);
          }
        });
    request.accept("parceldesk");
    account.add(session);
  }

  private SubmitSmResult accept(SubmitSm submit, SMPPServerSession session, SmsAnswers answers)
      throws ProcessRequestException {
    var account = accountOf(session);
    var behaviour = account.behaviour;
    var answer = behaviour.answer();
    if (!answer.taken() && !answer.silent()) {
      throw refusal(answer);
    }
    var number = lastMessageId.incrementAndGet();
    var messageId = Long.toHexString(number);
    answers.treat(messageId, behaviour);
    if (answer.taken()) {
      assembly.add(account.systemId, submit, messageId, clock.instant()).ifPresent(messages::add);
      receipt(account, behaviour, submit, number);
    }
    return result(messageId);
  }

  private void receipt(
      SmsAccount account, SmsBehaviour behaviour, SubmitSm submit, long messageId) {
    if (behaviour.receipt() == SmsBehaviour.Receipt.NONE || submit.isSmscDelReceiptNotRequested()) {
      return;
    }
    var id = behaviour.decimalReceipts() ? Long.toString(messageId) : Long.toHexString(messageId);
    var receipt = new SmsReceipt(submit, id, behaviour.receipt(), clock.instant());
    try {
      later.schedule(
          () -> account.deliver(receipt),
          behaviour.receiptAfter().toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return; // the centre is being closed
    }
  }

  private SmsAccount accountOf(SMPPServerSession session) throws ProcessRequestException {
    for (var account : accounts.values()) {
      if (account.has(session)) {
        return account;
      }
    }
    throw new ProcessRequestException("not bound", SMPPConstant.STAT_ESME_RINVBNDSTS);
  }

  private static ProcessRequestException refusal(SmsBehaviour.Answer answer) {
    var status =
        switch (answer) {
          case THROTTLED -> SMPPConstant.STAT_ESME_RTHROTTLED;
          case QUEUE_FULL -> SMPPConstant.STAT_ESME_RMSGQFUL;
          case INVALID_DESTINATION -> SMPPConstant.STAT_ESME_RINVDSTADR;
          case SYSTEM_ERROR -> SMPPConstant.STAT_ESME_RSYSERR;
          case ACCEPTED, NONE, LOST -> throw new IllegalArgumentException(answer.name());
        };
    return new ProcessRequestException(answer.name(), status);
  }

  private static SubmitSmResult result(String messageId) throws ProcessRequestException {
    try {
      return new SubmitSmResult(new MessageId(messageId), null);
    } catch (PDUStringException e) {
      throw new ProcessRequestException(e.getMessage(), SMPPConstant.STAT_ESME_RSYSERR);
    }
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "sms-centre");
    thread.setDaemon(true);
    return thread;
  }
}
