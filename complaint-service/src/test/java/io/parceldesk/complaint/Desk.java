package io.parceldesk.complaint;

import static io.restassured.RestAssured.given;

import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/** What the people of the desk do over HTTP. */
public final class Desk {
  private Desk() {}

  public static RequestSpecification as(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }

  public static RequestSpecification asOutlet(String outlet) {
    return given().auth().oauth2(TestServers.token("outlet", outlet)).contentType(ContentType.JSON);
  }

  /** A supervisor may do all that an agent may. */
  public static ValidatableResponse act(String number, String action, String body) {
    return as("supervisor").body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  public static ValidatableResponse view(String number) {
    return as("supervisor").get("/api/v1/complaints/" + number).then();
  }

  /** The least that makes each action pass, in a status that allows it. */
  public static String bodyOf(String action) {
    return switch (action) {
      case "assessment" -> "{\"founded\": false, \"explanation\": \"a misunderstanding\"}";
      case "assignment" -> "{\"department\": \"QUALITY\"}";
      case "investigation" -> "{\"cause\": \"WEATHER\", \"finding\": \"flood\"}";
      case "plan" -> "{\"remedy\": \"COMPENSATE\", \"amount\": 120, \"text\": \"pay\"}";
      case "decision" -> "{\"verdict\": \"APPROVE\"}";
      case "implementation" ->
          "{\"customerToldAt\": \"%s\"}".formatted(Instant.now().minusSeconds(5));
      case "call-back" -> "{\"satisfied\": true, \"score\": 5}";
      case "closure" -> "{\"summary\": \"pack better\"}";
      case "unsatisfied-closure" -> "{\"summary\": \"no more\", \"reason\": \"accepts nothing\"}";
      case "pause" -> "{\"reason\": \"WAITING_FOR_CUSTOMER\"}";
      case "escalations" -> "{\"level\": 3, \"reason\": \"CUSTOMER_INSISTS\"}";
      case "joint-parties" ->
          "{\"department\": \"STORAGE_TRANSPORT\", \"question\": \"When was it scanned?\"}";
      case "merge" ->
          "{\"into\": \"%s\", \"evenIfOtherWaybill\": true}".formatted(TestComplaints.register());
      case "claim-referral" -> "{\"ground\": \"DAMAGE\"}";
      default -> "{}";
    };
  }

  /** Does one action after the other, each of which must pass. */
  public static String after(String number, String... actions) {
    for (var action : actions) {
      act(number, action, bodyOf(action)).statusCode(200);
    }
    return number;
  }
}
