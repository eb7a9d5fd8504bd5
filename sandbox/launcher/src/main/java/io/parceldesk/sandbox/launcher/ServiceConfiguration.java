package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.PostgresServer.Database;
import io.parceldesk.sandbox.servers.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses, keys and switches that a service runs with in the sandbox. */
final class ServiceConfiguration {
  private final Map<String, Object> properties = new LinkedHashMap<>();

  ServiceConfiguration(
      Service service, int replica, Ports ports, Database database, ContactKeys keys) {
    properties.put("quarkus.http.host", Loopback.HOST);
    properties.put("quarkus.http.port", ports.of(service, replica));
    properties.put("quarkus.datasource.jdbc.url", database.url());
    properties.put("quarkus.datasource.username", database.user());
    properties.put("quarkus.datasource.password", database.password());
    properties.put("kafka.bootstrap.servers", Loopback.HOST + ":" + ports.kafka());
    properties.put("quarkus.oidc.auth-server-url", ports.pageUrl());
    properties.put("quarkus.oidc.token.issuer", ports.pageUrl());
    properties.put("parceldesk.contact.current-key", "k1");
    properties.put("parceldesk.contact.keys.k1", keys.sealing());
    properties.put("parceldesk.contact.index-key", keys.index());
    properties.put("parceldesk.events.validate", true);
    // for people, who are the ones to read these logs
    properties.put("quarkus.log.console.json.enabled", false);
    if (service == Service.NOTIFICATION) {
      carriers(ports);
    }
    traces();
  }

  /** To whoever collects them, in full; by default there are none. */
  private void traces() {
    var collector = System.getProperty("parceldesk.collector");
    if (collector != null) {
      properties.put("quarkus.otel.traces.sampler.arg", 1.0);
      properties.put("quarkus.otel.exporter.otlp.endpoint", collector);
      properties.put("quarkus.otel.exporter.otlp.traces.protocol", "http/protobuf");
      properties.put("quarkus.otel.bsp.schedule.delay", "1S");
    }
  }

  private void carriers(Ports ports) {
    properties.put("quarkus.mailer.host", Loopback.HOST);
    properties.put("quarkus.mailer.port", ports.smtp());
    properties.put("parceldesk.customer-page", ports.url(Service.INQUIRY) + "/p");
    gateway("primary", "primary", ports);
    gateway("secondary", "second", ports);
    properties.put("parceldesk.webhooks.allow-private-addresses", true);
    // who tries the platform at night wants to see its messages at night
    properties.put("parceldesk.quiet-hours.enabled", false);
  }

  private void gateway(String name, String password, Ports ports) {
    var prefix = "parceldesk.sms.gateways." + name + ".";
    properties.put(prefix + "host", Loopback.HOST);
    properties.put(prefix + "port", ports.smsc());
    properties.put(prefix + "system-id", name);
    properties.put(prefix + "password", password);
  }

  /** Writes it where Quarkus looks for it: {@code config/} below the working directory. */
  void write(Path workingDirectory) {
    var text =
        properties.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      SecretFile.write(workingDirectory.resolve("config/application.properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
