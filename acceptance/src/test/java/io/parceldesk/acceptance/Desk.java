package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** People with tokens who use the platform over HTTP. */
final class Desk {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
  private static final AtomicInteger PHONES = new AtomicInteger();

  static RequestSpecification as(String role) {
    return given().header("Authorization", "Bearer " + tokenOf(role)).contentType(ContentType.JSON);
  }

  /** Somebody of the outlet, through the platform's own screens. */
  static String atOutlet(String outlet) {
    return "outlet?outlet=" + outlet;
  }

  static RequestSpecification asOutlet(String code) {
    return given()
        .header(
            "Authorization",
            "Bearer " + TOKENS.computeIfAbsent("outlet?outlet=" + code, Desk::token))
        .contentType(ContentType.JSON);
  }

  /** Posts as somebody of the outlet and expects success. */
  static JsonPath postAs(String outlet, Service service, String path, Object body) {
    var response = asOutlet(outlet).body(body).post(RunningPlatform.url(service) + path);
    assertThat(response.statusCode()).as(path + ": " + response.asString()).isBetween(200, 299);
    return response.jsonPath();
  }

  /** Posts as somebody and expects success. */
  static JsonPath post(String role, Service service, String path, Object body) {
    var response = as(role).body(body).post(RunningPlatform.url(service) + path);
    if (response.statusCode() >= 300) {
      throw new AssertionError("POST " + path + ": " + response.statusCode() + response.asString());
    }
    return response.jsonPath();
  }

  static Response get(String role, Service service, String path) {
    return as(role).get(RunningPlatform.url(service) + path);
  }

  /** The number of the case of the kind that the case is linked to, once it is. */
  static String linked(Service service, String casePath, String prefix) {
    return await("a link to " + prefix)
        .atMost(PATIENCE)
        .until(
            () ->
                get("agent", service, casePath)
                    .jsonPath()
                    .getString("links.number.find { it.startsWith('" + prefix + "') }"),
            number -> number != null);
  }

  /** A mobile number that nobody else in this run has. */
  static String newPhone() {
    return "1391000%04d".formatted(PHONES.incrementAndGet());
  }

  static Map<String, Object> person(String role, String name, String phone, String locale) {
    return Map.of("role", role, "name", name, "phone", phone, "locale", locale);
  }

  static String tokenOf(String role) {
    return TOKENS.computeIfAbsent(role, Desk::token);
  }

  /** Of the provider that the platform believes: the sandbox itself, or Keycloak. */
  private static String token(String role) {
    var platform = RunningPlatform.get();
    if (Keycloak.isWanted()) {
      return Keycloak.token(role);
    }
    return given()
        .get(platform.ports().pageUrl() + "/token/" + role)
        .jsonPath()
        .getString("access_token");
  }

  private Desk() {}
}
