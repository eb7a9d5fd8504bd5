package io.parceldesk.claims;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.restassured.RestAssured.given;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Claims at the stations of their way, brought there as people bring them. */
public final class TestClaims {
  public static final String OFFER =
      "{\"dispatchedOn\": \"2026-11-18\", \"freight\": \"12.00\", \"value\": \"800.00\"}";
  public static final String PAYMENT = payment("王小明");
  public static final String REFUSAL = "{\"rule\": \"CLM-13\", \"note\": \"寄件人自行包装不当\"}";

  private TestClaims() {}

  public static String payment(String holder) {
    return """
    {"account": {"holder": "%s", "bank": "招商银行广州天河支行", "number": "6225 8801 2345 6789"},
     "consent": true}
    """
        .formatted(holder);
  }

  public static String issued() {
    return adjuster().body(form(waybill())).post("/api/v1/claim-forms").path("number");
  }

  public static String form(String waybill) {
    return """
    {"channel": "COUNTER", "ground": "DELAY", "route": "DOMESTIC", "waybill": "%s",
     "claimant": {"role": "SENDER", "name": "王小明", "phone": "13800138000"}}
    """
        .formatted(waybill);
  }

  public static String filed(String waybill) {
    return adjuster().body(claim(waybill)).post(CLAIMS).path("number");
  }

  public static String filed(String waybill, String amount) {
    return adjuster().body(claim(waybill).replace("820.00", amount)).post(CLAIMS).path("number");
  }

  public static String returned() {
    return after(filed(waybill()), "return", "{\"reason\": \"PROOF_OF_VALUE_MISSING\"}");
  }

  public static String accepted(String waybill) {
    return after(withInvoice(filed(waybill)), "acceptance", "{}");
  }

  public static String offered(String waybill) {
    return after(accepted(waybill), "offer", OFFER);
  }

  public static String agreed(String waybill) {
    return after(offered(waybill), "agreement", "{}");
  }

  public static String ordered(String waybill) {
    return after(agreed(waybill), "payment", PAYMENT);
  }

  public static String disputed() {
    return after(offered(waybill()), "dispute", "{\"way\": \"NEGOTIATION\"}");
  }

  public static String refused() {
    return after(accepted(waybill()), "refusal", REFUSAL);
  }

  public static String paid(String waybill) {
    var number = ordered(waybill);
    confirm(number, "ICBC20261125001").then().statusCode(200);
    return number;
  }

  public static String withInvoice(String number) {
    upload(number, "INVOICE").statusCode(200);
    return number;
  }

  public static ValidatableResponse upload(String number, String slot) {
    return given()
        .auth()
        .oauth2(TestServers.token("adjuster"))
        .multiPart("slot", slot)
        .multiPart("consent", "true")
        .multiPart("file", "paper.pdf", pdf(slot), "application/pdf")
        .post(CLAIMS + "/" + number + "/evidence")
        .then();
  }

  private static byte[] pdf(String text) {
    return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The bank has paid, says the system of finance. */
  public static Response confirm(String number, String reference) {
    return finance()
        .body("{\"reference\": \"%s\"}".formatted(reference))
        .post("/api/v1/payment-orders/" + order(number) + "/confirmation");
  }

  public static RequestSpecification finance() {
    return as(TestServers.token("service"));
  }

  /** The id of the claim's payment order. */
  public static String order(String number) {
    return TestDesk.text("select id::text from payment_order where number = ?", number);
  }

  /** The same number, once the action is done. */
  public static String after(String number, String action, String body) {
    post(number, action, body).statusCode(200);
    return number;
  }

  public static ValidatableResponse post(String number, String action, String body) {
    return adjuster().body(body).post(CLAIMS + "/" + number + "/" + action).then();
  }

  public static ValidatableResponse view(String number) {
    return adjuster().get(CLAIMS + "/" + number).then();
  }

  /** What an event of the claim says, once it is there. */
  public static JsonPath event(String number, String type) {
    return JsonPath.from(
        new String(
            TestEvents.awaitType("parceldesk.claims", number, "io.parceldesk." + type + ".v1")
                .value(),
            StandardCharsets.UTF_8));
  }
}
