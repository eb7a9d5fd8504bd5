package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.sandbox.servers.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak in place of the sandbox's issuer, with {@code -Pkeycloak}: the services learn of
 * it by their environment alone, as anywhere else.
 */
final class Keycloak {
  private static final Duration FIRST_START = Duration.ofMinutes(5); // it builds itself first
  private static final String PASSWORD = "a password of this test only";
  private static final List<String> PEOPLE =
      List.of("agent", "supervisor", "adjuster", "arbitrator", "auditor", "admin");
  private static final List<String> OUTLETS =
      List.of(
          "LLT-GZ-01",
          "LLT-GZ-02",
          "LLT-ZS-01",
          "LLT-SH-01",
          "LLT-SH-02",
          "LLT-HZ-01",
          "LLT-BJ-01",
          "LLT-BJ-02",
          "LLT-TJ-01");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Keycloak() {}

  static boolean isWanted() {
    return System.getProperty("parceldesk.keycloak") != null;
  }

  /** Returns once it issues tokens; it ends with this JVM. */
  static void start() {
    var home = Path.of(System.getProperty("parceldesk.keycloak"));
    Loopback.requireFree(port(), "Keycloak");
    try {
      importRealm(home.resolve("data/import/parceldesk.json"));
      var process = launch(home);
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      await("Keycloak")
          .atMost(FIRST_START)
          .failFast("Keycloak ended, see " + log(home), () -> !process.isAlive())
          .ignoreException(ConnectException.class)
          .until(() -> given().get(realm()).statusCode() == 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A token as the sandbox's address {@code /token/} would give it out.
   *
   * @param whose a role, or {@code outlet?outlet=} and its code
   */
  static String token(String whose) {
    var who =
        whose.equals("service")
            ? Map.of(
                "grant_type", "client_credentials",
                "client_id", "parceldesk-system",
                "client_secret", "a secret of this test only")
            : Map.of(
                "grant_type",
                "password",
                "client_id",
                "parceldesk-desk",
                "username",
                whose.replace("outlet?outlet=", "").toLowerCase(),
                "password",
                PASSWORD);
    return given()
        .formParams(who)
        .post(realm() + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static Process launch(Path home) throws IOException {
    var command =
        new ProcessBuilder(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=" + Loopback.HOST,
            "--http-port=" + port());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    // what tells the services of Keycloak is not for Keycloak, which is built of the same parts
    command.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    return command.redirectErrorStream(true).redirectOutput(log(home).toFile()).start();
  }

  /** The realm of the example with a person for each role, and one of each outlet. */
  private static void importRealm(Path file) throws IOException {
    try (var example = Keycloak.class.getResourceAsStream("/keycloak/realm.json")) {
      var realm = (ObjectNode) JSON.readTree(example);
      var users = (ArrayNode) realm.get("users");
      PEOPLE.forEach(role -> addUser(users, role, role));
      OUTLETS.forEach(
          code ->
              addUser(users, code.toLowerCase(), "outlet")
                  .putObject("attributes")
                  .putArray("outlet")
                  .add(code));
      Files.createDirectories(file.getParent());
      JSON.writeValue(file.toFile(), realm);
    }
  }

  private static ObjectNode addUser(ArrayNode users, String name, String role) {
    var user =
        users
            .addObject()
            .put("username", name)
            .put("enabled", true)
            .put("email", name + "@example.com")
            .put("firstName", name)
            .put("lastName", "Parceldesk");
    user.putArray("realmRoles").add("parceldesk-" + role);
    user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
    return user;
  }

  private static Path log(Path home) {
    return home.resolveSibling("keycloak.log");
  }

  private static String realm() {
    return "http://localhost:" + port() + "/realms/parceldesk";
  }

  private static int port() {
    return Integer.getInteger("parceldesk.keycloak.port");
  }
}
