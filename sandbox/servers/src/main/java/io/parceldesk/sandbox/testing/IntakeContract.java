package io.parceldesk.sandbox.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for the opening of a case by HTTP, whatever its kind and service. */
public abstract class IntakeContract {
  private static final int TOO_LARGE = 2_000_000;

  private final String path;
  private final String role;

  /**
   * @param path such as /api/v1/complaints
   * @param role one that may open a case there
   */
  protected IntakeContract(String path, String role) {
    this.path = path;
    this.role = role;
  }

  /** A body that opens a case on a waybill; it names a channel. */
  protected abstract String form(String waybill);

  /** One that no case is about yet. */
  protected abstract String freshWaybill();

  @Test
  void replaysTheAnswerToTheSameKeyAndBody() {
    var key = UUID.randomUUID().toString();
    var form = form(freshWaybill());
    var first = clerk().header("Idempotency-Key", key).body(form).post(path);

    var second = clerk().header("Idempotency-Key", key).body(form).post(path);

    second
        .then()
        .statusCode(201)
        .header("Location", is(first.header("Location")))
        .header("Idempotent-Replayed", is("true"))
        .body("number", is((String) first.path("number")));
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherBody() {
    var key = UUID.randomUUID().toString();
    clerk().header("Idempotency-Key", key).body(form(freshWaybill())).post(path);

    var reused = clerk().header("Idempotency-Key", key).body(form(freshWaybill())).post(path);

    reused.then().statusCode(422).body("code", is("idempotency-key-reused"));
  }

  @Test
  void refusesASecondOpenCaseForTheWaybillUnlessToldOtherwise() {
    var waybill = freshWaybill();
    String open = open(form(waybill)).path("number");

    open(form(waybill))
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"))
        .body("number", equalTo(open));
    open(with("\"evenIfDuplicate\": true", form(waybill)))
        .then()
        .statusCode(201)
        .body("priority", is("HIGH"));
  }

  @Test
  void refusesWhatItCannotRead() {
    open("{\"channel\": ")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", is("urn:parceldesk:problem:malformed-json"))
        .body("code", is("malformed-json"));
    clerk()
        .contentType("text/plain")
        .body("hello")
        .post(path)
        .then()
        .statusCode(415)
        .body("code", is("unsupported-media-type"));
    open(with("\"padding\": \"" + "x".repeat(TOO_LARGE) + '"', form(freshWaybill())))
        .then()
        .statusCode(413)
        .body("code", is("body-too-large"));
  }

  @Test
  void letsInOnlyWhoMay() {
    var form = form(freshWaybill());

    given()
        .contentType(ContentType.JSON)
        .body(form)
        .post(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", notNullValue())
        .body("code", is("unauthenticated"));
    as("not-a-token")
        .body(form)
        .post(path)
        .then()
        .statusCode(401)
        .body("code", is("unauthenticated"));
    as(TestServers.token("auditor"))
        .body(form)
        .post(path)
        .then()
        .statusCode(403)
        .body("code", is("forbidden"));
  }

  @Test
  void saysThatANumberIsMistyped() {
    String number = open(form(freshWaybill())).path("number");
    var last = number.charAt(number.length() - 1);
    var mistyped = number.substring(0, number.length() - 1) + (last == 'A' ? 'B' : 'A');

    clerk().get(path + "/" + mistyped).then().statusCode(400).body("code", is("bad-case-number"));
    clerk().get(path + "/" + number).then().statusCode(200).body("number", is(number));
  }

  private Response open(String body) {
    return clerk().body(body).post(path);
  }

  private RequestSpecification clerk() {
    return as(TestServers.token(role));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  private static String with(String member, String form) {
    return form.replaceFirst("\"channel\"", member + ", \"channel\"");
  }
}
