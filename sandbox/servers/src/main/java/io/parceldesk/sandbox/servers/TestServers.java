package io.parceldesk.sandbox.servers;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The servers of a test JVM, started once and shared by all its tests:
 * {@code @QuarkusTestResource(TestServers.class)}.
 *
 * <p>The service's database is named after the module's directory without {@code -service}; another
 * is asked for with {@code initArgs = @ResourceArg(name = "database", value = "complaint")}. With
 * {@code -Dinfrastructure=containers} PostgreSQL and Kafka run in containers instead.
 */
public final class TestServers implements QuarkusTestResourceLifecycleManager {
  private static Servers servers;

  private String database = directoryName().replaceFirst("-service$", "").replace('-', '_');

  private record Servers(
      PostgresServer postgres,
      Broker broker,
      MailServer mail,
      SmsCentre sms,
      HttpServer http,
      TokenIssuer tokens,
      WebhookReceiver webhooks) {

    static Servers start() {
      var broker = CompletableFuture.supplyAsync(Infrastructure::broker);
      var postgres = CompletableFuture.supplyAsync(Infrastructure::postgres);
      var http = Loopback.http(0);
      var tokens = TokenIssuer.temporary("http://localhost:" + http.getAddress().getPort());
      http.createContext(
          "/jwks", exchange -> Loopback.answer(exchange, 200, "application/json", tokens.jwks()));
      var started =
          new Servers(
              postgres.join(),
              broker.join(),
              MailServer.start(0),
              SmsCentre.start(SmsCentre.Settings.on(0)),
              http,
              tokens,
              WebhookReceiver.start(0));
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
      return started;
    }

    void stop() {
      sms.close();
      mail.close();
      broker.close();
      postgres.close();
    }
  }

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    var running = servers();
    var configuration = new HashMap<String, String>();
    configuration.put("quarkus.devservices.enabled", "false");
    configuration.put("kafka.bootstrap.servers", running.broker().bootstrapServers());
    configuration.putAll(datasource(running.postgres().database(database)));
    configuration.putAll(identity(running.tokens()));
    configuration.putAll(contact());
    configuration.putAll(mail(running.mail()));
    configuration.putAll(gateway("primary", "primary", running.sms()));
    configuration.putAll(gateway("secondary", "second", running.sms()));
    configuration.put("parceldesk.webhooks.allow-private-addresses", "true");
    return configuration;
  }

  /** They serve the whole JVM and end with it. */
  @Override
  public void stop() {}

  /** A bearer token for somebody in the role. */
  public static String token(String role) {
    return servers().tokens().token(role, null, null);
  }

  /** A bearer token for somebody of an outlet. */
  public static String token(String role, String outlet) {
    return servers().tokens().token(role, outlet, null);
  }

  public static TokenIssuer tokens() {
    return servers().tokens();
  }

  public static PostgresServer postgres() {
    return servers().postgres();
  }

  /** The URL of a database, which is created unless it exists; user and password are its name. */
  public static String jdbcUrl(String database) {
    return postgres().database(database).url();
  }

  public static Broker broker() {
    return servers().broker();
  }

  public static MailServer mails() {
    return servers().mail();
  }

  public static SmsCentre sms() {
    return servers().sms();
  }

  public static WebhookReceiver webhooks() {
    return servers().webhooks();
  }

  private static synchronized Servers servers() {
    if (servers == null) {
      servers = Servers.start();
    }
    return servers;
  }

  private static Map<String, String> datasource(PostgresServer.Database database) {
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  private static Map<String, String> identity(TokenIssuer tokens) {
    return Map.of(
        "quarkus.oidc.auth-server-url",
        tokens.issuer(),
        "quarkus.oidc.discovery-enabled",
        "false",
        "quarkus.oidc.jwks-path",
        "/jwks",
        "quarkus.oidc.token.issuer",
        tokens.issuer());
  }

  /** The keys in use, and beside them those of before, under which something may still lie. */
  private static Map<String, String> contact() {
    return Map.of(
        "parceldesk.contact.current-key",
        TestKey.CURRENT.id(),
        "parceldesk.contact.keys." + TestKey.CURRENT.id(),
        TestKey.CURRENT.sealing(),
        "parceldesk.contact.index-key",
        TestKey.CURRENT.index(),
        "parceldesk.contact.keys." + TestKey.FORMER.id(),
        TestKey.FORMER.sealing(),
        "parceldesk.contact.index-keys." + TestKey.FORMER.id(),
        TestKey.FORMER.index());
  }

  private static Map<String, String> mail(MailServer mail) {
    return Map.of(
        "quarkus.mailer.mock",
        "false",
        "quarkus.mailer.host",
        Loopback.HOST,
        "quarkus.mailer.port",
        Integer.toString(mail.port()));
  }

  private static Map<String, String> gateway(String name, String password, SmsCentre sms) {
    var prefix = "parceldesk.sms.gateways." + name + ".";
    return Map.of(
        prefix + "host",
        Loopback.HOST,
        prefix + "port",
        Integer.toString(sms.port()),
        prefix + "system-id",
        name,
        prefix + "password",
        password);
  }

  private static String directoryName() {
    return Path.of("").toAbsolutePath().getFileName().toString();
  }
}
