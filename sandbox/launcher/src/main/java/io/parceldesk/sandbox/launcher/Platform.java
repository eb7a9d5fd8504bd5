package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.BrokerProcess;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.MailServer;
import io.parceldesk.sandbox.servers.PostgresServer;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import io.parceldesk.sandbox.servers.SmsCentre;
import io.parceldesk.sandbox.servers.TokenIssuer;
import io.parceldesk.sandbox.servers.WebhookReceiver;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole platform: servers first, then the services. Closing stops it in the opposite order,
 * also when it has only half started.
 */
public final class Platform implements AutoCloseable {
  private final Settings settings;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  private final List<ServiceProcess> more = new ArrayList<>();
  private boolean closing;
  private StateFolder folder;
  private PostgresServer postgres;
  private BrokerProcess broker;
  private MailServer mail;
  private SmsCentre sms;
  private TokenIssuer tokens;
  private WebhookReceiver webhooks;

  /**
   * @param home the project's directory
   * @param state what is kept from one start to the next
   * @param fresh whether what was kept is forgotten first
   * @param say what a person waiting for the start wants to know
   */
  public record Settings(Path home, Path state, boolean fresh, Ports ports, Consumer<String> say) {}

  public Platform(Settings settings) {
    this.settings = settings;
  }

  /** Returns once every service is ready. */
  public void start() {
    Machine.requireFit();
    folder = keep(StateFolder.hold(settings.state()));
    stopLeftovers();
    if (settings.fresh()) {
      folder.clear();
    }
    startServers();
    startServices();
  }

  public Ports ports() {
    return settings.ports();
  }

  public TokenIssuer tokens() {
    return tokens;
  }

  public BrokerProcess broker() {
    return broker;
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public MailServer mail() {
    return mail;
  }

  public SmsCentre sms() {
    return sms;
  }

  public WebhookReceiver webhooks() {
    return webhooks;
  }

  public ServiceProcess service(Service service) {
    return services.get(service);
  }

  StateFolder folder() {
    return folder;
  }

  void say(String what) {
    settings.say().accept(what);
  }

  @Override
  public void close() {
    synchronized (started) {
      closing = true;
    }
    AutoCloseable next;
    while ((next = lastStarted()) != null) {
      try {
        next.close();
      } catch (Exception e) {
        say("While stopping: " + e.getMessage());
      }
    }
  }

  private void startServers() {
    var ports = settings.ports();
    say("Starting PostgreSQL, Kafka, SMTP and SMS servers …");
    var postgresStarting = inParallel(this::startPostgres);
    var brokerStarting =
        inParallel(
            () ->
                BrokerProcess.start(
                    new BrokerProcess.Settings(
                        ports.kafka(),
                        folder.resolve("kafka"),
                        folder.logs().resolve("kafka.log"))));
    mail = keep(MailServer.start(ports.smtp()));
    sms = keep(SmsCentre.start(SmsCentre.Settings.on(ports.smsc())));
    tokens = TokenIssuer.kept(folder.resolve("token-key.json"), ports.pageUrl());
    webhooks = new WebhookReceiver();
    keep(SandboxPage.start(this));
    postgres = result(postgresStarting);
    broker = result(brokerStarting);
  }

  private PostgresServer startPostgres() {
    return PostgresServer.start(
        new PostgresServer.Settings(
            ports().postgres(),
            folder.resolve("postgresql"),
            folder.logs().resolve("postgresql.log")));
  }

  /** Loses the database server with all it has, and has another go on from the backup. */
  public void restorePostgres(Path backup) {
    var lost = postgres;
    lost.lose();
    PostgresServer.restore(backup, folder.resolve("postgresql"));
    postgres = startPostgres();
    synchronized (started) {
      var order = new ArrayList<>(started);
      order.replaceAll(each -> each == lost ? postgres : each);
      started.clear();
      started.addAll(order);
    }
  }

  private void startServices() {
    say("Starting the services …");
    keep(this::stopServices);
    for (var service : Service.values()) {
      services.put(service, configured(service, 1));
    }
    services.values().forEach(ServiceProcess::launch);
    rememberChildren();
    services.values().forEach(ServiceProcess::awaitReady);
  }

  /** One more replica of a service, on the same database, ready to serve. */
  public ServiceProcess startReplica(Service service, int replica) {
    var process = configured(service, replica);
    process.launch();
    more.add(process);
    rememberChildren();
    process.awaitReady();
    return process;
  }

  private ServiceProcess configured(Service service, int replica) {
    var ports = settings.ports();
    var name = service.directory() + (replica == 1 ? "" : "-" + replica);
    Loopback.requireFree(ports.of(service, replica), name);
    var directory = folder.resolve("services/" + name);
    var database = postgres.database(service.database());
    var keys = ContactKeys.kept(folder);
    new ServiceConfiguration(service, replica, ports, database, keys).write(directory);
    var log = folder.logs().resolve(name + ".log");
    return new ServiceProcess(
        service, settings.home(), directory, log, ports.url(service, replica), this::revive);
  }

  /** A service that ended by itself is spoken of, and started once more as a supervisor would. */
  private void revive(ServiceProcess service) {
    synchronized (started) {
      if (closing) {
        return;
      }
    }
    var name = service.service().directory();
    say(
        "%s ended by itself (exit code %d); its last lines:%n%s%nStarting it again …"
            .formatted(name, service.exitCode(), service.lastLines()));
    try {
      service.launch();
      service.awaitReady();
      say(name + " is ready again.");
    } catch (ServerUnavailable e) {
      say(e.getMessage());
    }
  }

  private void stopServices() {
    replicas().forEach(ServiceProcess::stop);
    replicas().forEach(ServiceProcess::awaitStop);
  }

  private Stream<ServiceProcess> replicas() {
    return Stream.concat(services.values().stream(), more.stream());
  }

  /** What a killed launcher left behind: its JVMs are ending, PostgreSQL outlives it. */
  private void stopLeftovers() {
    ChildProcesses.of(folder).awaitEnd();
    PostgresServer.stopLeftover(folder.resolve("postgresql"));
  }

  private void rememberChildren() {
    var children = new ArrayList<>(replicas().map(ServiceProcess::pid).toList());
    children.add(broker.process().pid());
    ChildProcesses.of(folder).remember(children);
  }

  private <T extends AutoCloseable> CompletableFuture<T> inParallel(Supplier<T> start) {
    return CompletableFuture.supplyAsync(() -> keep(start.get()));
  }

  private static <T> T result(CompletableFuture<T> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServerUnavailable unavailable) {
        throw unavailable;
      }
      throw e;
    }
  }

  /** Remembers what has to be closed; whoever starts too late is closed at once. */
  private <T extends AutoCloseable> T keep(T server) {
    synchronized (started) {
      if (!closing) {
        started.push(server);
        return server;
      }
    }
    try {
      server.close();
    } catch (Exception e) {
      throw new ServerUnavailable("The start was broken off.", e);
    }
    throw new ServerUnavailable("The start was broken off.");
  }

  private AutoCloseable lastStarted() {
    synchronized (started) {
      return started.poll();
    }
  }
}
