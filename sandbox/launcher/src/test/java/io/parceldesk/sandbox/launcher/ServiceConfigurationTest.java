package io.parceldesk.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.PostgresServer.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigurationTest {
  @TempDir private Path directory;

  @Test
  void movesWithThePortOffset() throws IOException {
    var properties = written(Service.COMPLAINT);

    assertThat(properties)
        .containsEntry("quarkus.http.port", "9082")
        .containsEntry("kafka.bootstrap.servers", "127.0.0.1:10092")
        .containsEntry("quarkus.oidc.auth-server-url", "http://localhost:9090");
  }

  @Test
  void tellsOfGatewaysOnlyTheServiceThatSends() throws IOException {
    assertThat(written(Service.COMPLAINT))
        .doesNotContainKey("parceldesk.sms.gateways.primary.port");
    assertThat(written(Service.NOTIFICATION))
        .containsEntry("parceldesk.sms.gateways.primary.port", "3775")
        .containsEntry("parceldesk.sms.gateways.secondary.system-id", "secondary");
  }

  private Properties written(Service service) throws IOException {
    var database = new Database("x", "jdbc:postgresql://127.0.0.1/x", "x", "x");
    new ServiceConfiguration(
            service, 1, new Ports(1000), database, new ContactKeys("sealing=", "index="))
        .write(directory);
    var properties = new Properties();
    try (var input = Files.newInputStream(directory.resolve("config/application.properties"))) {
      properties.load(input);
    }
    return properties;
  }
}
