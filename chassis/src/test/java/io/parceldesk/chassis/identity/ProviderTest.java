package io.parceldesk.chassis.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Another provider than the sandbox's, by configuration alone. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = SampleProvider.class, restrictToAnnotatedClass = true)
@TestMethodOrder(OrderAnnotation.class)
class ProviderTest {
  /** The service has started without it, and goes on as soon as it is there. */
  @Test
  @Order(1)
  void mayComeLaterThanTheService() {
    var token = SampleProvider.token("li", List.of("desk-night"), null);

    ask(token)
        .statusCode(503)
        .header("Retry-After", is("5"))
        .body("code", is("temporarily-unavailable"));
    SampleProvider.goDown(false);

    ask(token).statusCode(200);
  }

  @Test
  void mayCallRolesOutletAndNameAsItLikes() {
    ask(SampleProvider.token("chen", List.of("parceldesk-outlet", "offline_access"), "LLT-GZ-01"))
        .statusCode(200)
        .body("name", is("chen"))
        .body("roles", contains("outlet"))
        .body("outlet", is("LLT-GZ-01"));
    ask(SampleProvider.token("li", List.of("desk-night"), null))
        .statusCode(200)
        .body("roles", contains("agent"))
        .body("outlet", nullValue());
    ask(SampleProvider.token("wang", List.of("supervisor"), null))
        .statusCode(200)
        .body("roles", contains("supervisor"));
  }

  /** As Keycloak sends an attribute of a user that may have several. */
  @Test
  void maySayTheOutletInAListOfOne() {
    ask(SampleProvider.token("chen", List.of("parceldesk-outlet"), List.of("LLT-GZ-01")))
        .statusCode(200)
        .body("outlet", is("LLT-GZ-01"));
    ask(SampleProvider.token("chen", List.of("parceldesk-outlet"), List.of("LLT-A", "LLT-B")))
        .statusCode(403)
        .body("code", is("outlet-missing"))
        .body("detail", containsString(SampleProvider.OUTLET_CLAIM));
  }

  @Test
  void givesNoRoleByTheNameThatTheConfigurationReplaces() {
    ask(SampleProvider.token("eve", List.of("agent"), null)).statusCode(403);
  }

  @Test
  void isTheOnlyOneBelieved() {
    ask(TestServers.token("agent")).statusCode(401).body("code", is("unauthenticated"));
  }

  @Test
  void mayChangeItsKeyAtAnyTime() {
    ask(SampleProvider.token("li", List.of("desk-night"), null)).statusCode(200);

    SampleProvider.rotateKey();

    ask(SampleProvider.token("li", List.of("desk-night"), null)).statusCode(200);
  }

  /** The caller's token may well be good: another try is worth while. */
  @Test
  void isWaitedForWhileItIsDown() {
    SampleProvider.rotateKey();
    var token = SampleProvider.token("li", List.of("desk-night"), null);
    SampleProvider.goDown(true);
    try {
      ask(token)
          .statusCode(503)
          .header("Retry-After", is("5"))
          .body("code", is("temporarily-unavailable"));
    } finally {
      SampleProvider.goDown(false);
    }

    ask(token).statusCode(200);
  }

  private static ValidatableResponse ask(String token) {
    return given().auth().oauth2(token).get("/api/v1/complaints").then();
  }
}
