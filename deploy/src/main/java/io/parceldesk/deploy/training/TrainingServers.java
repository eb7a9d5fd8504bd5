package io.parceldesk.deploy.training;

import com.sun.net.httpserver.HttpServer;
import io.parceldesk.sandbox.servers.BrokerProcess;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.MailServer;
import io.parceldesk.sandbox.servers.PostgresServer;
import io.parceldesk.sandbox.servers.SmsCentre;
import io.parceldesk.sandbox.servers.TokenIssuer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The servers that a service needs, and how it finds them. Nothing of them ends in the image. */
record TrainingServers(
    PostgresServer.Database database,
    PostgresServer postgres,
    BrokerProcess broker,
    MailServer mail,
    SmsCentre sms,
    HttpServer http,
    TokenIssuer tokens)
    implements AutoCloseable {
  static final byte[] SEALING_KEY = "32 bytes for sealing in training".getBytes();

  static TrainingServers start(String service) {
    return start(service, PostgresServer.Settings.temporary());
  }

  static TrainingServers start(String service, PostgresServer.Settings settings) {
    var http = Loopback.http(0);
    var tokens = TokenIssuer.temporary("http://localhost:" + http.getAddress().getPort());
    serve(http, "/.well-known/openid-configuration", tokens::discovery);
    serve(http, "/jwks", tokens::jwks);
    var postgres = PostgresServer.start(settings);
    return new TrainingServers(
        postgres.database(service.replaceFirst("-service$", "")),
        postgres,
        BrokerProcess.start(BrokerProcess.Settings.temporary()),
        MailServer.start(0),
        SmsCentre.start(SmsCentre.Settings.on(0)),
        http,
        tokens);
  }

  private static void serve(HttpServer http, String path, Supplier<String> document) {
    http.createContext(
        path, exchange -> Loopback.answer(exchange, 200, "application/json", document.get()));
  }

  /** The addresses and keys, as an installation would give them. */
  Map<String, String> configuration() {
    var properties = new HashMap<String, String>();
    properties.put("quarkus.datasource.jdbc.url", database.url());
    properties.put("quarkus.datasource.username", database.user());
    properties.put("quarkus.datasource.password", database.password());
    properties.put("kafka.bootstrap.servers", broker.bootstrapServers());
    properties.put("quarkus.oidc.auth-server-url", tokens.issuer());
    properties.put("quarkus.oidc.token.issuer", tokens.issuer());
    properties.put("parceldesk.contact.current-key", "k1");
    properties.put("parceldesk.contact.keys.k1", key(SEALING_KEY));
    properties.put(
        "parceldesk.contact.index-key", key("32 bytes for look-up in training".getBytes()));
    properties.put("quarkus.mailer.host", Loopback.HOST);
    properties.put("quarkus.mailer.port", Integer.toString(mail.port()));
    var gateway = "parceldesk.sms.gateways.primary.";
    properties.put(gateway + "host", Loopback.HOST);
    properties.put(gateway + "port", Integer.toString(sms.port()));
    properties.put(gateway + "system-id", "primary");
    properties.put(gateway + "password", "primary");
    return properties;
  }

  @Override
  public void close() {
    sms.close();
    mail.close();
    broker.close();
    postgres.close();
    http.stop(0);
  }

  private static String key(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
