package io.parceldesk.notification.preference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What somebody wanted to be told is held of them too (REG-10). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KnownPreferencesTest {
  private final String phone = Stage.phone();

  @Test
  void areToldAndGoAsFarAsThatHelpsThePerson() {
    enter("opt-outs", "\"class\": \"SERVICE\", \"reason\": \"ASKED\"");
    request("EXPORT")
        .body("data.what", contains("OPT_OUT"))
        .body("data[0].data.class", is("SERVICE"))
        .body("data[0].data.address", is(phone));
    request("ERASURE").body("items.obstacle", contains("NEEDED"));
    list("opt-outs").body("items", hasSize(1));
  }

  @Test
  void takeAConsentBackUnlessItIsHeld() {
    enter("consents", "\"proof\": \"WEB-FORM-2026\"");
    String hold =
        Stage.as("admin")
            .body("{\"phone\": \"%s\", \"reason\": \"court\"}".formatted(phone))
            .post("/api/v1/legal-holds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    request("ERASURE").body("items.obstacle", contains("LEGAL_HOLD"));
    list("consents").body("items", hasSize(1));

    Stage.as("admin")
        .body("{\"reason\": \"over\"}")
        .post("/api/v1/legal-holds/" + hold + "/release")
        .then()
        .statusCode(200);
    request("ERASURE").body("items.outcome", contains("ERASED"));
    list("consents").body("items", empty());
    request("EXPORT").body("data", empty());
  }

  private void enter(String preference, String form) {
    Stage.as("agent")
        .body("{\"phone\": \"%s\", %s}".formatted(phone, form))
        .post("/api/v1/" + preference)
        .then()
        .statusCode(201);
  }

  private ValidatableResponse list(String preference) {
    return Stage.as("agent")
        .queryParam("phone", phone)
        .get("/api/v1/" + preference)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse request(String kind) {
    return Stage.as("admin")
        .body(
            "{\"kind\": \"%s\", \"phone\": \"%s\", \"reason\": \"by letter\"}"
                .formatted(kind, phone))
        .post("/api/v1/subject-requests")
        .then()
        .statusCode(201);
  }
}
