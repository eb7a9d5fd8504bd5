package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.RevealRoutes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Messages are shown masked only; whoever adds a route that shows more has to limit it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RevealRoutesTest {
  @TestHTTPResource("/")
  URI service;

  @Test
  void areNone() throws Exception {
    assertThat(new RevealRoutes(service).mistakes()).isEmpty();
  }
}
