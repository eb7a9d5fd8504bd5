package io.parceldesk.sandbox.servers;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.util.List;

/** An SMTP server that takes mail for everybody and keeps it for whoever wants to look. */
public final class MailServer implements AutoCloseable {
  private final int port;
  private final Clock clock = Clock.systemUTC();
  private final Received<Mail> mails = new Received<>();
  private GreenMail server;

  /** Port 0 picks a free one. */
  public static MailServer start(int port) {
    QuietLogs.arrange();
    var chosen = port == 0 ? Loopback.freePort() : port;
    Loopback.requireFree(chosen, "the mail server");
    var mailServer = new MailServer(chosen);
    mailServer.resume();
    return mailServer;
  }

  private MailServer(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** One for each recipient of every mail, oldest first. */
  public List<Mail> mails() {
    return mails.all();
  }

  public List<Mail> mailsTo(String address) {
    return mails().stream().filter(mail -> mail.to().equalsIgnoreCase(address)).toList();
  }

  public void clear() {
    mails.clear();
  }

  /** Refuses connections from now on. */
  public void halt() {
    server.stop();
  }

  /** Listens again, at the same port. */
  public void resume() {
    var setup = new ServerSetup(port, Loopback.HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    server = new GreenMail(setup);
    server.start();
    var users = server.getUserManager();
    var mailboxes = users.getMessageDeliveryHandler();
    users.setMessageDeliveryHandler(
        (message, address) -> {
          mails.add(Mail.of(message.getMessage(), address.getEmail(), clock.instant()));
          return mailboxes.handle(message, address);
        });
  }

  @Override
  public void close() {
    server.stop();
  }
}
