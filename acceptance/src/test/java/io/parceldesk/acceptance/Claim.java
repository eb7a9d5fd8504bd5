package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A customer's claim as the claims department brings it to its end. */
record Claim(String number) {
  private static final byte[] PAPER =
      "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  /** Filed at the counter by the sender. */
  static Claim filed(String ground, String waybill, String claimed, Map<String, Object> sender) {
    var claim = form(ground, waybill, claimed, sender);
    return new Claim(Desk.post("agent", Service.CLAIMS, "/claims", claim).getString("number"));
  }

  static Map<String, Object> form(
      String ground, String waybill, String claimed, Map<String, Object> sender) {
    return Map.of(
        "channel",
        "COUNTER",
        "ground",
        ground,
        "route",
        "DOMESTIC",
        "waybill",
        waybill,
        "claimant",
        sender,
        "claimed",
        Map.of("amount", claimed, "currency", "CNY"),
        "description",
        "详见索赔函");
  }

  String path() {
    return "/claims/" + number;
  }

  Claim with(String slot) {
    Desk.as("agent")
        .contentType("multipart/form-data")
        .multiPart("slot", slot)
        .multiPart("file", "paper.pdf", PAPER, "application/pdf")
        .post(RunningPlatform.url(Service.CLAIMS) + path() + "/evidence")
        .then()
        .statusCode(200);
    return this;
  }

  JsonPath after(String role, String action, Map<String, ?> form) {
    return Desk.post(role, Service.CLAIMS, path() + "/" + action, form);
  }

  /** Ordered by another person than who offered, and paid by the bank. */
  void pay(String holder, String reference) {
    var account = Map.of("holder", holder, "bank", "招商银行", "number", "6225880123456789");
    after("supervisor", "payment", Map.of("account", account, "consent", true));
    try (var topic = new Topic("parceldesk.claims")) {
      var event = topic.awaitEvent("payment-ordered", number);
      var order = new JsonPath(event.value()).getString("order");
      Desk.post(
          "service",
          Service.CLAIMS,
          "/payment-orders/" + order + "/confirmation",
          Map.of("reference", reference));
    }
  }

  JsonPath view() {
    return Desk.get("agent", Service.CLAIMS, path()).jsonPath();
  }
}
