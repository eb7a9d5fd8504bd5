package io.parceldesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.RoutePermissions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PermissionsTest {
  @TestHTTPResource("/")
  URI service;

  @Test
  void holdEveryRouteToTheRoles() throws Exception {
    assertThat(new RoutePermissions(service).mistakes()).isEmpty();
  }
}
