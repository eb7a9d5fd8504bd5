package io.parceldesk.inquiry.tracking;

import static io.parceldesk.inquiry.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is no proxy of ours can say whatever he likes about whom he asks for. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(UntrustedProxyTest.ElsewhereIsTrusted.class)
class UntrustedProxyTest {
  public static class ElsewhereIsTrusted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.proxy.trusted-proxies", "192.0.2.7");
    }
  }

  @Test
  void buysNoNewAllowanceWithAnotherAddress() {
    var statuses = IntStream.range(0, 25).map(UntrustedProxyTest::guessFrom).toArray();

    assertThat(statuses).startsWith(404).endsWith(429, 429, 429, 429);
  }

  private static int guessFrom(int n) {
    return given()
        .header("X-Forwarded-For", "203.0.113." + n)
        .header("Forwarded", "for=203.0.113." + n)
        .get("/api/v1/tracking/" + waybill())
        .statusCode();
  }
}
