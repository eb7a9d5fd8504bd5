package io.parceldesk.chassis.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/**
 * An OpenID provider with discovery that calls everything otherwise than the sandbox does: nested
 * roles with a prefix, the outlet under a name with slashes.
 */
public final class SampleProvider implements QuarkusTestResourceLifecycleManager {
  static final String OUTLET_CLAIM = "https://example.com/outlet";

  private static final String JSON = "application/json";
  private static HttpServer http;
  private static volatile TokenIssuer issuer;
  private static volatile boolean isDown = true; // until the first test says so

  @Override
  public Map<String, String> start() {
    http = Loopback.http(0);
    var url = "http://localhost:" + http.getAddress().getPort() + "/realms/desk";
    issuer = TokenIssuer.temporary(url);
    http.createContext("/", SampleProvider::answer);
    var configuration = new HashMap<String, String>();
    configuration.put("quarkus.oidc.auth-server-url", url);
    configuration.put("quarkus.oidc.discovery-enabled", "true");
    configuration.put("quarkus.oidc.jwks-path", "");
    configuration.put("quarkus.oidc.token.issuer", url);
    configuration.put("quarkus.oidc.token.audience", "courier-desk");
    configuration.put("quarkus.oidc.roles.role-claim-path", "realm_access/roles");
    configuration.put("parceldesk.identity.outlet-claim", "\"" + OUTLET_CLAIM + "\"");
    configuration.put("parceldesk.identity.name-claim", "person/account");
    configuration.put("parceldesk.identity.roles.agent", "parceldesk-agent,desk-night");
    configuration.put("parceldesk.identity.roles.outlet", "parceldesk-outlet");
    return configuration;
  }

  /**
   * After {@link io.parceldesk.sandbox.servers.TestServers}, whose issuer it takes the place of.
   */
  @Override
  public int order() {
    return 1;
  }

  @Override
  public void stop() {
    http.stop(0);
  }

  /** From now on signs with another key, and publishes that one. */
  static void rotateKey() {
    issuer = TokenIssuer.temporary(issuer.issuer());
  }

  static void goDown(boolean down) {
    isDown = down;
  }

  static String token(String account, List<String> roles, Object outlet) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer.issuer());
    claims.setAudience("courier-desk");
    claims.setSubject("f:" + account);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setClaim("realm_access", Map.of("roles", roles));
    claims.setClaim("person", Map.of("account", account));
    if (outlet != null) {
      claims.setClaim(OUTLET_CLAIM, outlet);
    }
    return issuer.sign(claims);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (isDown) {
      Loopback.answer(exchange, 502, "text/plain", "");
    } else if (path.endsWith("/.well-known/openid-configuration")) {
      var document = "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/certs\"}";
      Loopback.answer(exchange, 200, JSON, document.formatted(issuer.issuer()));
    } else if (path.endsWith("/certs")) {
      Loopback.answer(exchange, 200, JSON, issuer.jwks());
    } else {
      Loopback.answer(exchange, 404, "text/plain", "");
    }
  }
}
